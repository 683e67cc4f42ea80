// S16: a text that points at a figure on a page without one, for pictures do not come along when text is pasted.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_absent_figures(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
