// F9: Swedish personal identity numbers, known by their date and control digit, anywhere in the file.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_personal_numbers(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
