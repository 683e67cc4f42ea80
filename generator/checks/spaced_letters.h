// T6: letter-spaced words as a PDF gives them, "P L A N E R I N G".
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_spaced_letters(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
