// S23 a footer, S35 page numbers of the paper version: the same short line over and over at even distances.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_repeated_lines(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
