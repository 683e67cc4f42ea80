#include "base/utf8.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <memory>
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
constexpr char folded_latin1[65] =
    "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

// Appends the folded text and gives true, unless it holds a character this table does not settle.
bool fold_latin1(std::string_view text, std::string& folded) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i];
      continue;
    }
    const bool two_bytes = byte == 0xC3 && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xC0) == 0x80;
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

std::size_t code_point_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
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

}  // namespace traff
