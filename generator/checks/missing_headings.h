// S1: a long text without a single heading.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// True when it said so.
bool check_missing_headings(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
