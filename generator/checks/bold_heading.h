// S33: lines that look like headings but are only bold, once for the page: no menu, no reader by ear finds them.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_bold_headings(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
