// U3: five or more lines that are people's names, as in a list of participants.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_name_lists(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
