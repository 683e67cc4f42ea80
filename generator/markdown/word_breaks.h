// Where a long Swedish word may be broken at the end of a line, without a dictionary.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace traff {

struct WordBreak {
  std::size_t at = 0;     // byte offset: what stands before it ends the line
  bool is_joint = false;  // between two words of a compound, as far as its letters tell: "kvalitets-arbete"
};

// In order, never so that fewer than three letters stand alone. Where the author put soft hyphens they are the joints.
// Linear.
std::vector<WordBreak> word_breaks(std::string_view word);

}  // namespace traff
