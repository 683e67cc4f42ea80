// `[^` that begins no footnote's name such as `[^1]`. The parser takes what follows for one as far as the brackets' end
// and, when that stands on another line, gives back a part of it. So the two characters are parted before the parser
// and joined in its tree.
#pragma once

#include <string>
#include <string_view>

#include "markdown/cmark_tree.h"

namespace traff {

bool has_loose_mark(std::string_view line);

std::string with_parted_marks(std::string_view line);
void join_loose_marks(cmark_node* root);

}  // namespace traff
