#include "base/unit_set.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>

namespace traff {

namespace {

// What JavaScript's classes hold, which ICU's of the same name do not quite.
constexpr std::string_view space_units = R"(\u0009-\u000D\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF)";
constexpr std::string_view word_units = "0-9A-Z_a-z";
constexpr std::string_view digit_units = "0-9";
constexpr std::string_view set_signs = "[&{}$|~";  // plain in JavaScript's classes, not in ICU's

std::string class_of(std::string_view units, bool is_negated) {
  return (is_negated ? "[^" : "[") + std::string(units) + "]";
}

// ICU takes a set within a set as their union. "" when `letter` names no class.
std::string replaced_class(char letter) {
  switch (letter) {
    case 's': return class_of(space_units, false);
    case 'S': return class_of(space_units, true);
    case 'w': return class_of(word_units, false);
    case 'W': return class_of(word_units, true);
    case 'd': return class_of(digit_units, false);
    case 'D': return class_of(digit_units, true);
    default: return "";
  }
}

// The end of a word, by JavaScript's idea of words: ASCII.
std::string word_edge(bool is_negated) {
  const std::string word = class_of(word_units, false);
  const std::string edge = "(?<=" + word + ")(?!" + word + ")|(?<!" + word + ")(?=" + word + ")";
  return is_negated ? "(?!" + edge + ")" : "(?:" + edge + ")";
}

// The same pattern in ICU's words.
std::string for_icu(std::string_view pattern) {
  std::string out;
  bool in_class = false, after_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      const char next = pattern[++i];
      const std::string replaced = replaced_class(next);
      after_class = in_class && !replaced.empty();
      if (!replaced.empty()) out += replaced;
      else if ((next == 'b' || next == 'B') && !in_class) out += word_edge(next == 'B');
      else if (next == 'b') out += "\\u0008";
      else if (next == '/') out += '/';
      else (out += c) += next;
      continue;
    }
    if (in_class && c == ']') in_class = false;
    else if (in_class && (set_signs.find(c) != std::string_view::npos || (after_class && c == '-'))) out += '\\';
    else if (c == '[') in_class = true;
    after_class = false;
    out += c;
  }
  return out;
}

}  // namespace

UnitSet::UnitSet(std::initializer_list<std::pair<char16_t, char16_t>> ranges) {
  for (const auto& [first, last] : ranges) add(first, last);
}

void UnitSet::add(char16_t first, char16_t last) {
  for (std::uint32_t unit = first; unit <= last; ++unit) units_.set(unit);
}

std::optional<UnitSet> find_units(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(for_icu(pattern));
  icu::RegexMatcher matcher(text, 0, status);
  if (U_FAILURE(status)) return std::nullopt;
  UnitSet found;
  for (std::uint32_t unit = 0; unit < 0x10000; ++unit) {
    const icu::UnicodeString one(static_cast<char16_t>(unit));
    matcher.reset(one);
    if (matcher.find(status) && U_SUCCESS(status)) found.add(static_cast<char16_t>(unit), static_cast<char16_t>(unit));
    status = U_ZERO_ERROR;
  }
  return found;
}

}  // namespace traff
