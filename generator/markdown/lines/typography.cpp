#include "markdown/lines/typography.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::string_view en_dash = "–";

bool is_word_byte(char c) { return is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80; }

struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  long value = 0;  // hundredths, so that 09.00 and 16.30 compare as times
};

// A number of at most four digits, with at most one ".dd" or ":dd" part, that starts at `begin`.
std::optional<Number> number_at(std::string_view text, std::size_t begin) {
  constexpr std::size_t most_digits = 4;
  std::size_t end = begin;
  long whole = 0;
  while (end < text.size() && is_digit(text[end]) && end - begin <= most_digits)
    whole = whole * 10 + (text[end++] - '0');
  if (end == begin || end - begin > most_digits) return std::nullopt;
  long hundredths = whole * 100;
  const bool part = end + 2 < text.size() && (text[end] == '.' || text[end] == ':') && is_digit(text[end + 1]) &&
                    is_digit(text[end + 2]);
  if (part) {
    hundredths += (text[end + 1] - '0') * 10 + (text[end + 2] - '0');
    end += 3;
  }
  return Number{begin, end, hundredths};
}

std::size_t number_begin_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == ':')) --begin;
  while (begin < end && !is_digit(text[begin])) ++begin;
  return begin;
}

bool may_end_range(std::string_view text, std::size_t end) {
  if (end >= text.size()) return true;
  const char next = text[end];
  if (next == '-' || next == '/' || next == ':') return false;
  if (next == '.' && end + 1 < text.size() && is_digit(text[end + 1])) return false;
  if (is_word_byte(next) && static_cast<unsigned char>(next) < 0x80) return false;
  const bool telephone = next == ' ' && end + 2 < text.size() && is_digit(text[end + 1]) && is_digit(text[end + 2]);
  return !telephone;
}

bool may_begin_range(std::string_view text, std::size_t begin) {
  if (begin == 0) return true;
  const char before = text[begin - 1];
  return before != '-' && before != '/' && before != '+' && !is_word_byte(before);
}

// The word before the number names a thing that has one with a hyphen in it: "rum 2-104", "dnr 3-56".
bool names_a_number(std::string_view text, std::size_t begin) {
  static constexpr std::string_view names[] = {
      "rum", "sal",  "lokal", "hus", "dnr", "diarienr", "nr",   "version", "versionen", "telefon", "tel",
      "tfn", "isbn", "issn",  "ip",  "art", "room",     "hall", "id",      "pin",       "ref",     "lgh"};
  std::size_t end = begin;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.' || text[end - 1] == ':')) --end;
  std::size_t first = end;
  while (first > 0 && is_ascii_letter(text[first - 1])) --first;
  while (first > 0 && is_word_byte(text[first - 1])) --first;
  std::string word(text.substr(first, end - first));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  static constexpr std::string_view endings[] = {"srum", "prum", "rummet", "sal", "salen", "nummer", "kod", "giro"};
  return std::find(std::begin(names), std::end(names), word) != std::end(names) ||
         std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// "https://example.org/rapport?sidor=12-14"
bool is_in_address(std::string_view text, std::size_t at) {
  constexpr std::string_view ends = " \n\t<>()\"";
  const std::size_t before = text.find_last_of(ends, at);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  const std::string_view word = text.substr(begin, std::min(text.find_first_of(ends, at), text.size()) - begin);
  return word.find("://") != word.npos || word.starts_with("www.") || word.find('@') != word.npos;
}

// Whether the '-' at `at` stands between two rising numbers.
bool is_range_hyphen(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size() || !is_digit(text[at - 1]) || !is_digit(text[at + 1])) return false;
  const auto left = number_at(text, number_begin_before(text, at));
  const auto right = number_at(text, at + 1);
  return left && right && left->end == at && left->value < right->value && may_begin_range(text, left->begin) &&
         may_end_range(text, right->end) && !names_a_number(text, left->begin) && !is_in_address(text, at);
}

bool is_spaced_hyphen(std::string_view text, std::size_t at) {
  return at > 1 && at + 2 < text.size() && text[at - 1] == ' ' && text[at + 1] == ' ' && text[at - 2] != ' ' &&
         text[at + 2] != ' ';
}

// The Swedish mark for the quotation mark at `text[at]`, which starts with the byte E2; "" for another character.
std::string_view swedish_mark(std::string_view text, std::size_t at) {
  const std::string_view mark = text.substr(at, 3);
  if (mark == "“") return "”";
  if (mark == "‘") return "’";
  return {};
}

struct Replacement {
  std::size_t size = 0;  // of what is replaced
  std::string_view with;
};

Replacement replacement_at(std::string_view text, std::size_t at, Language language) {
  if (text[at] == '-')
    return {1, is_range_hyphen(text, at) || is_spaced_hyphen(text, at) ? en_dash : std::string_view()};
  return {3, language == Language::sv ? swedish_mark(text, at) : std::string_view()};
}

}  // namespace

std::string typeset(std::string_view text, Language language) {
  std::string out(text);
  typeset_in_place(out, language);
  return out;
}

void typeset_in_place(std::string& text, Language language) {
  static constexpr ByteSet candidates("-\xE2");
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = find_byte_of(text, candidates, at)) != std::string::npos; ++at) {
    const Replacement found = replacement_at(text, at, language);
    if (found.with.empty()) continue;
    out.append(text, copied, at - copied);
    out += found.with;
    copied = at + found.size;
  }
  if (copied == 0) return;
  out.append(text, copied, std::string::npos);
  text = std::move(out);
}

std::string without_soft_hyphens(std::string_view text) { return replace_all(text, "\xC2\xAD", ""); }

}  // namespace traff
