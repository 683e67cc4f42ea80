// What the parser said of a place and a check says better there.
#pragma once

#include <vector>

#include "base/diagnostic.h"

namespace traff {

// Takes out of `parsed` the words about a long address (S29) where `found` has that it leads through a library's
// login (U5): the address is to be another. Cost: linear, as a page has few U5.
void drop_told_better(const std::vector<Diagnostic>& found, std::vector<Diagnostic>& parsed);

}  // namespace traff
