// S22: headings in capitals, once for the page.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_capital_headings(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
