// Unicode as the product needs it: validity, NFC, lower-casing and Swedish order, over ICU.
// No function depends on the process locale.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace traff {

// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

std::string to_nfc(std::string_view text);
std::string to_lower(std::string_view text);

// Lower case with å ä → a, ö → o and other marks dropped: for comparing words people may type
// without dots, and for keys and slugs.
std::string fold(std::string_view text);

// In letters a to z as far as there are rules for its script: "Протокол" → "Protokol". Cost: that of a library's rules,
// so ask for what has other letters only.
std::string in_latin(std::string_view text);

// Code points in well-formed `text`.
std::size_t code_point_count(std::string_view text);

// How many bytes so many code points are, or all when there are fewer.
std::size_t bytes_of_code_points(std::string_view text, std::size_t count);

// Byte length of the code point that starts at `text[at]` (1 when malformed).
std::size_t code_point_size(std::string_view text, std::size_t at);

// The code point starting at `text[at]`; U+FFFD when malformed. `at` must be inside `text`.
char32_t code_point_at(std::string_view text, std::size_t at);

inline bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Where the code point begins that `text[at]` is a byte of.
std::size_t code_point_begin(std::string_view text, std::size_t at);

void append_code_point(std::string& text, char32_t code_point);

bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);

// Swedish dictionary order with numbers by value (… z å ä ö; kapitel 9 before kapitel 10).
bool swedish_less(std::string_view a, std::string_view b);

// Text as JavaScript sees it: UTF-16 units, its own white space, its own lower case. Where search and browser must
// agree.

// `text` must be well-formed UTF-8.
std::u16string to_utf16(std::string_view text);

// String.prototype.toLowerCase of the whole string: every special case of Unicode, none of a language. U+0130 becomes
// two units, Σ at the end of a word ς.
std::u16string to_utf16_lower(std::string_view text);

// A surrogate without its other half becomes U+FFFD.
void append_utf8(std::string& out, std::u16string_view text);
std::string to_utf8(std::u16string_view text);

inline bool is_surrogate(char16_t unit) { return (unit & 0xF800) == 0xD800; }
inline bool is_high_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
inline bool is_low_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

// A set of UTF-16 units, asked for each unit of a text: separators, the letters of words. 8 kB.

class UnitSet {
 public:
  UnitSet() = default;
  // First and last unit of each range.
  explicit UnitSet(std::initializer_list<std::pair<char16_t, char16_t>> ranges);

  bool has(char16_t unit) const { return units_[unit]; }
  void add(char16_t first, char16_t last);
  void add(const UnitSet& other) { units_ |= other.units_; }

 private:
  std::bitset<0x10000> units_;
};

// The units in which a JavaScript pattern (`[\s\-]+`, without flag u) finds something when each is a string of its own,
// so that look-arounds see its ends. Nothing when it is no pattern. Cost: a match for each of 65 536 units.
std::optional<UnitSet> find_units(std::string_view pattern);

}  // namespace traff
