// T7: two words that lost the space between them, "ReflektionFortsatt", but not names such as PowerPoint.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_glued_words(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
