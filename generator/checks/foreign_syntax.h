// What other programs would have made something of, and this one shows as text: attributes, alerts, wiki links,
// formulas …
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// S45, once for each kind, with how many there are. What stands in code is as it should be. Cost: linear in the file.
void check_foreign_syntax(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
