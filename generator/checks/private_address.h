// U1 telephone numbers and U2 e-mail addresses of persons, where no contact is given.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_private_addresses(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
