// S21: passages in English on a Swedish page, which a voice would read as Swedish; S34 when it is nearly all of it.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_english_passages(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
