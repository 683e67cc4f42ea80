// Two versions of a text as one, word by word: what is gone, what is new, what stays.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct TextPiece {
  enum class Kind : std::uint8_t { kept, removed, added };
  Kind kind = Kind::kept;
  std::string text;  // words with one space between them
  bool operator==(const TextPiece&) const = default;
};

// Words that differ in dashes and quotation marks only are kept, as they are now. Cost: linear.
std::vector<TextPiece> text_difference(std::string_view before, std::string_view after);

}  // namespace traff
