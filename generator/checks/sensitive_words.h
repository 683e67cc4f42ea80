// U4: somebody's name together with an allergy, a diagnosis or a protected identity.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_sensitive_words(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
