// U5, U6: links that readers cannot follow, or that lead to copies nobody may spread.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_link_rights(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
