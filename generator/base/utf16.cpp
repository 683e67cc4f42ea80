#include "base/utf16.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace traff {

namespace {

// Where lower-casing looks at one unit alone: Latin-1, where capitals stand 32 before their small letters, and general
// punctuation, which has none. Nearly all text of Western Europe, and ICU's way is far longer.
bool is_simple(char16_t unit) { return unit < 0x100 || (unit >= 0x2000 && unit < 0x2070); }

char16_t lower_simple(char16_t unit) {
  const bool capital = (unit >= u'A' && unit <= u'Z') || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7);
  return capital ? static_cast<char16_t>(unit + 32) : unit;
}

// Capitals of Unicode 16 and 17, which browsers know and Debian's ICU does not: a run of them, and the small letter of
// the first.
struct NewCapitals {
  char32_t first;
  char32_t last;
  char32_t small;
};
constexpr NewCapitals new_capitals[] = {
    {0x1C89, 0x1C89, 0x1C8A}, {0xA7CB, 0xA7CB, 0x264},  {0xA7CC, 0xA7CC, 0xA7CD},    {0xA7CE, 0xA7CE, 0xA7CF},
    {0xA7D2, 0xA7D2, 0xA7D3}, {0xA7D4, 0xA7D4, 0xA7D5}, {0xA7DA, 0xA7DA, 0xA7DB},    {0xA7DC, 0xA7DC, 0x19B},
    {0x10D50, 0x10D65, 0x10D70}, {0x16EA0, 0x16EB8, 0x16EBB},
};

// None of them changes its number of units.
void lower_new_capitals(icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto point = static_cast<char32_t>(text.char32At(i));
    for (const NewCapitals& run : new_capitals) {
      if (point < run.first || point > run.last) continue;
      text.replace(i, point > 0xFFFF ? 2 : 1, static_cast<UChar32>(run.small + (point - run.first)));
    }
  }
}

}  // namespace

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])); };
    const std::uint32_t first = byte(i);
    if (first < 0x80) {
      out += static_cast<char16_t>(first);
      i += 1;
    } else if (first < 0xE0) {
      out += static_cast<char16_t>((first & 0x1F) << 6 | (byte(i + 1) & 0x3F));
      i += 2;
    } else if (first < 0xF0) {
      out += static_cast<char16_t>((first & 0x0F) << 12 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F));
      i += 3;
    } else {
      const std::uint32_t point =
          (first & 0x07) << 18 | (byte(i + 1) & 0x3F) << 12 | (byte(i + 2) & 0x3F) << 6 | (byte(i + 3) & 0x3F);
      out += static_cast<char16_t>(0xD7C0 + (point >> 10));
      out += static_cast<char16_t>(0xDC00 | (point & 0x3FF));
      i += 4;
    }
  }
  return out;
}

std::u16string to_utf16_lower(std::string_view text) {
  std::u16string out = to_utf16(text);
  bool simple = true;
  for (const char16_t unit : out) simple = simple && is_simple(unit);
  if (simple) {
    for (char16_t& unit : out) unit = lower_simple(unit);
    return out;
  }
  icu::UnicodeString lower(out.data(), static_cast<std::int32_t>(out.size()));
  lower.toLower(icu::Locale::getRoot());
  lower_new_capitals(lower);
  return std::u16string(lower.getBuffer(), static_cast<std::size_t>(lower.length()));
}

void append_utf8(std::string& out, std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint32_t point = text[i];
    if (point < 0x80) {
      out += static_cast<char>(point);
      continue;
    }
    if (point < 0x800) {
      out += static_cast<char>(0xC0 | point >> 6);
      out += static_cast<char>(0x80 | (point & 0x3F));
      continue;
    }
    if (is_high_surrogate(text[i]) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      point = 0x10000 + ((point & 0x3FF) << 10 | (text[++i] & 0x3FFU));
      out += static_cast<char>(0xF0 | point >> 18);
      out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    } else {
      if (is_surrogate(text[i])) point = 0xFFFD;
      out += static_cast<char>(0xE0 | point >> 12);
    }
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  append_utf8(out, text);
  return out;
}

}  // namespace traff
