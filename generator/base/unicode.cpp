#include "base/unicode.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace traff {

namespace {

// Offset of the first byte that is not ASCII, eight bytes at a look; text.size() when all are.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) { return ascii_end(text, 0) == text.size(); }

// What lower-casing and dropping marks make of U+00C0 … U+00FF; "" for what they leave alone. Swedish text is ASCII and
// these, and ICU's way there is thirty times longer.
constexpr char folded_latin1[65] = "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

// Appends the folded text and gives true, unless it holds a character this table does not settle.
bool fold_latin1(std::string_view text, std::string& folded) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i];
      continue;
    }
    const bool two_bytes = byte == 0xC3 && i + 1 < text.size() && continues_code_point(text[i + 1]);
    const char base = two_bytes ? folded_latin1[static_cast<unsigned char>(text[++i]) & 0x3F] : '\0';
    if (base == '\0') return false;
    folded += base;
  }
  return true;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  return *normalizer;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  assert(U_SUCCESS(status));
  return *normalizer;
}

// Of marks on one letter. The longest in any language has less than half of it (Unicode's Stream-Safe Text Format); ICU
// puts them in order in a time that grows with the square.
constexpr std::size_t most_marks = 30;

bool is_mark(char32_t code_point) {
  return code_point >= 0x300 && u_getCombiningClass(static_cast<UChar32>(code_point)) != 0;
}

// Where the marks that begin at `at` end, and how many they are.
std::pair<std::size_t, std::size_t> marks_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  for (; at < text.size() && is_mark(code_point_at(text, at)); at += code_point_size(text, at)) ++count;
  return {at, count};
}

// The first run of more marks than a letter can have, from `at` on: [begin, end); both text.size() when there is none.
std::pair<std::size_t, std::size_t> find_long_run(std::string_view text, std::size_t at) {
  constexpr unsigned char lead_of_first_mark = 0xCC;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < lead_of_first_mark) {
      ++at;
      continue;
    }
    const auto [end, count] = marks_at(text, at);
    if (count > most_marks) return {at, end};
    at = std::max(end, at + code_point_size(text, at));
  }
  return {text.size(), text.size()};
}

icu::UnicodeString normalized(const icu::Normalizer2& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString whole;
  for (std::size_t at = 0; at < text.size();) {
    const auto [begin, end] = find_long_run(text, at);
    whole.append(form.normalize(from_utf8(text.substr(at, begin - at)), status));
    whole.append(from_utf8(text.substr(begin, end - begin)));
    at = end;
  }
  return whole;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t at = 0;
  while ((at = static_cast<std::int64_t>(ascii_end(text, static_cast<std::size_t>(at)))) < size) {
    const std::int64_t start = at;
    UChar32 code_point;
    U8_NEXT(bytes, at, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return std::string_view::npos;
}

namespace {

bool is_nfc(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const auto [begin, end] = find_long_run(text, at);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece part(text.data() + at, static_cast<std::int32_t>(begin - at));
    if (!nfc().isNormalizedUTF8(part, status)) return false;
    at = end;
  }
  return true;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  return is_nfc(text) ? std::string(text) : to_utf8(normalized(nfc(), text));
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) {
    std::string lower(text);
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return lower;
  }
  return to_utf8(from_utf8(text).toLower(icu::Locale::getRoot()));
}

std::string fold(std::string_view text) {
  std::string quick;
  quick.reserve(text.size());
  if (fold_latin1(text, quick)) return quick;
  const std::string lower = to_lower(text);
  if (is_ascii(lower)) return lower;
  const icu::UnicodeString decomposed = normalized(nfd(), lower);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 code_point = decomposed.char32At(i);
    i += U16_LENGTH(code_point);
    if (u_charType(code_point) != U_NON_SPACING_MARK) kept.append(code_point);
  }
  return to_utf8(kept);
}

std::string in_latin(std::string_view text) {
  thread_local const std::unique_ptr<const icu::Transliterator> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status) != 0) made.reset();
    return made;
  }();
  if (!rules) return std::string(text);
  icu::UnicodeString words =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  rules->transliterate(words);
  std::string latin;
  words.toUTF8String(latin);
  return latin;
}

std::size_t code_point_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_code_point(c); }));
}

std::size_t bytes_of_code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < text.size()) at += code_point_size(text, at);
  return at;
}

std::size_t code_point_begin(std::string_view text, std::size_t at) {
  while (at > 0 && continues_code_point(text[at])) --at;
  return at;
}

std::size_t code_point_size(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto next = static_cast<std::int64_t>(at);
  UChar32 code_point;
  U8_NEXT(bytes, next, static_cast<std::int64_t>(text.size()), code_point);
  return code_point < 0 ? 1 : static_cast<std::size_t>(next) - at;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto next = static_cast<std::int64_t>(at);
  UChar32 code_point;
  U8_NEXT(bytes, next, static_cast<std::int64_t>(text.size()), code_point);
  return code_point < 0 ? U'\xFFFD' : static_cast<char32_t>(code_point);
}

void append_code_point(std::string& text, char32_t code_point) {
  std::uint8_t bytes[4];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code_point));
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_letter(char32_t code_point) { return u_isalpha(static_cast<UChar32>(code_point)) != 0; }
bool is_upper(char32_t code_point) { return u_isupper(static_cast<UChar32>(code_point)) != 0; }
bool is_lower(char32_t code_point) { return u_islower(static_cast<UChar32>(code_point)) != 0; }

bool swedish_less(std::string_view a, std::string_view b) {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("sv"), status));
    assert(U_SUCCESS(status));
    made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  const auto order = collator->compareUTF8(icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
                                           icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())), status);
  return order == UCOL_LESS || (order == UCOL_EQUAL && a < b);
}

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
    {0x1C89, 0x1C89, 0x1C8A},    {0xA7CB, 0xA7CB, 0x264},     {0xA7CC, 0xA7CC, 0xA7CD}, {0xA7CE, 0xA7CE, 0xA7CF},
    {0xA7D2, 0xA7D2, 0xA7D3},    {0xA7D4, 0xA7D4, 0xA7D5},    {0xA7DA, 0xA7DA, 0xA7DB}, {0xA7DC, 0xA7DC, 0x19B},
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

namespace {

// What JavaScript's classes hold, which ICU's of the same name do not quite.
constexpr std::string_view space_units =
    R"(\u0009-\u000D\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF)";
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
      if (!replaced.empty())
        out += replaced;
      else if ((next == 'b' || next == 'B') && !in_class)
        out += word_edge(next == 'B');
      else if (next == 'b')
        out += "\\u0008";
      else if (next == '/')
        out += '/';
      else
        (out += c) += next;
      continue;
    }
    if (in_class && c == ']')
      in_class = false;
    else if (in_class && (set_signs.find(c) != std::string_view::npos || (after_class && c == '-')))
      out += '\\';
    else if (c == '[')
      in_class = true;
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
