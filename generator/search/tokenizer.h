// A text as the words lunr.js makes of it. First step of indexing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/unit_set.h"

namespace traff {

struct Token {
  std::u16string_view text;  // a part of the text
  std::uint32_t start = 0;   // in UTF-16 units
};

// Splits at every unit of the set; empty pieces vanish. `text` is in lower case and must outlive the tokens.
void tokenize(std::u16string_view text, const UnitSet& separators, std::vector<Token>& tokens);

// White space and the hyphen.
UnitSet standard_separators();

}  // namespace traff
