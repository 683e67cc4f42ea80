// English words without their endings: Porter's algorithm in the reading of lunr.js, to the letter.
#pragma once

#include <string>

namespace traff {

// Lower case in, stem out. Everything but a, e, i, o and u is a consonant in most rules, å and ö too.
std::u16string english_stem(std::u16string word);

}  // namespace traff
