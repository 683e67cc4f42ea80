#include "markdown/citation_year.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::string_view en_dash = "–";

char at_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// What stands for a year that is not known yet or never will be.
std::optional<CitedYear> year_in_words(std::string_view text, std::size_t at) {
  struct Words {
    std::string_view written;
    std::string_view means;
  };
  static constexpr std::array known{Words{"u.å.", "u.å."}, Words{"u. å.", "u.å."},     Words{"u.å", "u.å."},
                                    Words{"n.d.", "u.å."}, Words{"i tryck", "i tryck"}, Words{"in press", "i tryck"}};
  for (const Words& words : known) {
    if (text.substr(at).starts_with(words.written))
      return CitedYear{std::string(words.means), at, at + words.written.size()};
  }
  return std::nullopt;
}

// "2019/2020", "2019-10-10", "2010:e", "2.000"
bool goes_on(std::string_view text, std::size_t end) {
  const char next = at_or_end(text, end);
  const char after = at_or_end(text, end + 1);
  if (is_digit(next) || is_ascii_letter(next) || next == '/' || static_cast<unsigned char>(next) == 0xC3) return true;
  if (next == '-') return true;
  if (next == '.' || next == ':') return next == ':' ? !is_digit(after) && after != ' ' : is_digit(after);
  return text.substr(end).starts_with(en_dash);
}

// "3", "3–5", "3-5"
std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = skip_digits(text, at);
  if (end == at) return at;
  const std::size_t dash = text.substr(end).starts_with(en_dash) ? en_dash.size() : at_or_end(text, end) == '-' ? 1 : 0;
  if (dash > 0 && is_digit(at_or_end(text, end + dash))) end = skip_digits(text, end + dash);
  return end;
}

// "s. 3–5" at `at`: where it ends, or `at`.
std::size_t place_end(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 14> names{"s.",  "ss.",  "sid.",    "p.",   "pp.",     "kap.", "fig.",
                                                          "s", "sidan", "sidorna", "kapitel", "kap", "chapter", "avsnitt"};
  for (const std::string_view name : names) {
    if (!text.substr(at).starts_with(name)) continue;
    const std::size_t number = skip_spaces(text, at + name.size());
    if (number == at + name.size() && !name.ends_with('.')) continue;
    const std::size_t end = number_end(text, number);
    if (end > number) return end;
  }
  return at;
}

void take_locator(std::string_view text, CitedYears& found) {
  if (at_or_end(text, found.end) == ':' && is_digit(at_or_end(text, found.end + 1))) {
    const std::size_t end = number_end(text, found.end + 1);
    found.locator = "s. " + std::string(text.substr(found.end + 1, end - found.end - 1));
    found.end = end;
    return;
  }
  const std::size_t comma = skip_spaces(text, found.end);
  const std::size_t begin = skip_spaces(text, at_or_end(text, comma) == ',' ? comma + 1 : comma);
  const std::size_t end = begin == found.end ? begin : place_end(text, begin);
  if (end == begin) return;
  found.locator = text.substr(begin, end - begin);
  found.end = end;
}

}  // namespace

std::optional<CitedYear> cited_year_at(std::string_view text, std::size_t at) {
  const std::string_view century = text.substr(at, 2);
  if (century != "18" && century != "19" && century != "20") return year_in_words(text, at);
  std::size_t end = skip_digits(text, at);
  if (end != at + 4) return std::nullopt;
  const char letter = at_or_end(text, end);
  if (letter >= 'a' && letter <= 'z') ++end;
  if (goes_on(text, end)) return std::nullopt;
  return CitedYear{std::string(text.substr(at, end - at)), at, end};
}

std::optional<CitedYears> cited_years_at(std::string_view text, std::size_t at) {
  CitedYears found;
  for (std::size_t begin = at;;) {
    auto year = cited_year_at(text, begin);
    if (!year) break;
    found.end = year->end;
    found.years.push_back(std::move(*year));
    const std::size_t comma = skip_spaces(text, found.end);
    if (at_or_end(text, comma) != ',') break;
    begin = skip_spaces(text, comma + 1);
  }
  if (found.years.empty()) return std::nullopt;
  take_locator(text, found);
  return found;
}

}  // namespace traff
