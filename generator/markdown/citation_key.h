// References to a work by its key: "[@katz2017, s. 3]", "[@katz2017; @fullan2017]", "@katz2017".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/citation_scan.h"

namespace traff {

// Those that "@" at `at` begins: all of its brackets, or the one. `from`: where the text before is taken already.
std::vector<FoundCitation> citations_by_key(std::string_view text, std::size_t at, std::size_t from);

}  // namespace traff
