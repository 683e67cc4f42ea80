// Two versions of a list side by side: what both have stands together, in one order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct AlignedPair {
  std::optional<std::size_t> before;  // nothing: added
  std::optional<std::size_t> after;   // nothing: removed
  bool operator==(const AlignedPair&) const = default;
};

// Every item of both once; between two that are in both, the removed stand before the added. As many as possible stay
// together, but of lists that differ over a long way only those that are quick to find. Cost: linear.
std::vector<AlignedPair> align(std::span<const std::string_view> before, std::span<const std::string_view> after);

// Two versions of a text as one, word by word: what is gone, what is new, what stays.

struct TextPiece {
  enum class Kind : std::uint8_t { kept, removed, added };
  Kind kind = Kind::kept;
  std::string text;  // words with one space between them
  bool operator==(const TextPiece&) const = default;
};

// Words that differ in dashes and quotation marks only are kept, as they are now. Cost: linear.
std::vector<TextPiece> text_difference(std::string_view before, std::string_view after);

// Text as it is compared with an earlier version of itself: what readers would not call a change is the same here.

// The words, one space between them, whatever white space stood there; every dash '-', every quotation mark '"'.
std::string comparable_words(std::string_view text);

// The words as they stand, apart at white space, no-break spaces included.
std::vector<std::string_view> split_words(std::string_view text);

// How many words of both texts the other has too, in per cent of them all; of two empty texts 100. 0, at once, when one
// is more than three times as long, so that a list of texts can be held against another. Cost: linear.
int shared_words(std::string_view before, std::string_view after);

}  // namespace traff
