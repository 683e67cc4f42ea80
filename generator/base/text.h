// Small, allocation-free looks at text that every stage needs.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

inline constexpr std::string_view no_break_space = "\xC2\xA0";
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Bytes to look for: one look into a table per byte, where find_first_of makes a call for each.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }
  constexpr bool has(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

 private:
  std::array<bool, 256> has_{};
};

// Where the first byte of the set stands, from `at` on; npos when there is none.
inline std::size_t find_byte_of(std::string_view text, const ByteSet& set, std::size_t at = 0) {
  while (at < text.size() && !set.has(text[at])) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

std::string_view trim(std::string_view text);  // ASCII white space and U+00A0 at both ends
bool is_blank(std::string_view text);          // nothing but white space

// Lines without their line ends; "\r\n" counts as one. A final line end gives no empty last line.
std::vector<std::string_view> split_lines(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_alphanumeric(char c) { return is_digit(c) || is_ascii_letter(c); }
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Of a hexadecimal digit in either case; -1 for anything else.
inline int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Appends text with & < > " as character references, for content and quoted attributes alike.
void append_html_escaped(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);

// Names for addresses and heading ids: ASCII, lower case, stable.

// "Träff 2: Kollegialt lärande" → "traff-2-kollegialt-larande"; å ä → a, ö → o, other letters by
// their base letter, every run of anything else one '-'. May be empty.
std::string slug(std::string_view text);

// A file name part: as slug, but keeps '.' and '_' and never strips an extension's dot.
std::string slug_file_name(std::string_view name);

// "Menade du …": the known name closest to what was typed.

// Least Damerau–Levenshtein distance in code points; at most a third of the longer word, and at
// most 2. Nothing when two candidates are equally near. Cost: candidates × lengths.
std::optional<std::string_view> nearest_name(std::string_view typed, std::span<const std::string_view> known);

std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace traff
