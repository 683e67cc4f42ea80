// What a node of cmark's tree says, as text. Views live as long as the tree.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "markdown/cmark_tree.h"

namespace traff {

std::string_view literal_of(cmark_node* node);
std::string_view address_of(cmark_node* link_or_image);
std::string_view title_of(cmark_node* link_or_image);
std::string_view info_of(cmark_node* code_block);

// A `#` with nothing after it, which is not shown (S4).
bool is_empty_heading(cmark_node* node);

// The plain words of a node's inlines, marks typeset, soft hyphens where the author put them.
std::string inline_words(cmark_node* node, Language language);

// The same with soft hyphens dropped.
std::string inline_text(cmark_node* node, Language language);

}  // namespace traff
