#include "markdown/citation.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr char field_end = '\t';

struct Flag {
  char letter;
  bool Citation::* member;
};

constexpr std::array flags{
    Flag{'p', &Citation::is_paired},   Flag{'o', &Citation::and_others},    Flag{'(', &Citation::in_parenthesis},
    Flag{',', &Citation::has_comma},   Flag{'s', &Citation::has_prefix},    Flag{'c', &Citation::stray_comma},
    Flag{'l', &Citation::is_loose},    Flag{'[', &Citation::opens_bracket}, Flag{']', &Citation::closes_bracket},
};

struct WordFlag {
  char letter;
  bool CitedWord::* member;
};

constexpr std::array word_flags{WordFlag{'A', &CitedWord::is_capital}, WordFlag{'S', &CitedWord::begins_sentence},
                                WordFlag{'&', &CitedWord::is_joined}};

template <class Value, class Flags>
std::string flag_letters(const Value& value, const Flags& known) {
  std::string letters;
  for (const auto& flag : known) {
    if (value.*flag.member) letters += flag.letter;
  }
  return letters;
}

template <class Value, class Flags>
void take_flags(Value& value, const Flags& known, std::string_view letters) {
  for (const auto& flag : known) value.*flag.member = letters.find(flag.letter) != std::string_view::npos;
}

template <class Number>
Number number_of(std::string_view digits) {
  Number number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// "AS12:enligt"
std::string word_field(const CitedWord& word) {
  return flag_letters(word, word_flags) + std::to_string(word.offset) + ":" + word.text;
}

CitedWord parse_word(std::string_view field) {
  CitedWord word;
  const std::size_t digits = std::min(field.find_first_of("0123456789"), field.size());
  const std::size_t colon = std::min(field.find(':', digits), field.size());
  take_flags(word, word_flags, field.substr(0, digits));
  word.offset = number_of<std::uint32_t>(field.substr(digits, colon - digits));
  word.text = field.substr(std::min(colon + 1, field.size()));
  return word;
}

}  // namespace

std::string comparable_name(std::string_view name) {
  std::string plain = to_lower(name);
  for (const std::string_view hyphen : {"-", "‐", "‑", "–"}) plain = replace_all(plain, hyphen, " ");
  for (const std::string_view apostrophe : {"’", "‘", "´", "`"}) plain = replace_all(plain, apostrophe, "'");
  return plain;
}

bool is_name_particle(std::string_view comparable) {
  static constexpr std::array<std::string_view, 11> particles{"von", "af", "de", "van", "der", "den",
                                                              "di",  "la", "del", "du", "ten"};
  return std::ranges::find(particles, comparable) != particles.end();
}

bool is_name_joint(std::string_view comparable) {
  return comparable == "&" || comparable == "och" || comparable == "and";
}

std::string citation_target(const Citation& citation) {
  std::string target = citation.year + field_end + citation.locator + field_end + citation.key + field_end +
                       std::to_string(citation.names) + flag_letters(citation, flags);
  for (const CitedWord& word : citation.words) target += field_end + word_field(word);
  return target;
}

Citation parse_citation_target(std::string_view target) {
  const std::vector<std::string_view> fields = split(target, field_end);
  Citation citation;
  if (fields.size() < 4) return citation;
  citation.year = fields[0];
  citation.locator = fields[1];
  citation.key = fields[2];
  citation.names = number_of<std::uint8_t>(fields[3]);
  take_flags(citation, flags, fields[3]);
  for (std::size_t i = 4; i < fields.size(); ++i) citation.words.push_back(parse_word(fields[i]));
  return citation;
}

}  // namespace traff
