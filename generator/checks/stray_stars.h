// S9: stars that were meant as marks but are shown to the reader.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_stray_stars(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
