// Swedish words without their endings: the Snowball algorithm as it was up to version 2.2, which lunr-languages has.
#pragma once

#include <string_view>

namespace traff {

// How many units of the lower-case word its stem keeps: the algorithm only cuts.
std::size_t swedish_stem_size(std::u16string_view word);

}  // namespace traff
