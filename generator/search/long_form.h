// What an abbreviation stands for, as a text tells it: "systematiskt kvalitetsarbete (SKA)", "SKA (systematiskt
// kvalitetsarbete)", "SKA står för systematiskt kvalitetsarbete". Every letter of it must stand in the words, in order,
// the first at the beginning of a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct LongForm {
  std::string abbreviation;  // both in lower case
  std::string words;

  bool operator==(const LongForm&) const = default;
};

// Two to eight capitals and digits, a capital first.
bool is_abbreviation(std::string_view word);

// Cost: linear in the text.
std::vector<LongForm> find_long_forms(std::string_view text);

}  // namespace traff
