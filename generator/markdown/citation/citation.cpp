#include "markdown/citation/citation.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr char field_end = '\t';

struct Flag {
  char letter;
  bool Citation::* member;
};

constexpr std::array flags{
    Flag{'p', &Citation::is_paired}, Flag{'o', &Citation::and_others},    Flag{'(', &Citation::in_parenthesis},
    Flag{',', &Citation::has_comma}, Flag{'s', &Citation::has_prefix},    Flag{'c', &Citation::stray_comma},
    Flag{'l', &Citation::is_loose},  Flag{'[', &Citation::opens_bracket}, Flag{']', &Citation::closes_bracket},
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
  static constexpr std::array<std::string_view, 11> particles{"von", "af", "de",  "van", "der", "den",
                                                              "di",  "la", "del", "du",  "ten"};
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
  static constexpr std::array known{Words{"u.å.", "u.å."}, Words{"u. å.", "u.å."},      Words{"u.å", "u.å."},
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
  static constexpr std::array<std::string_view, 14> names{"s.",      "ss.",  "sid.",    "p.",     "pp.",
                                                          "kap.",    "fig.", "s",       "sidan",  "sidorna",
                                                          "kapitel", "kap",  "chapter", "avsnitt"};
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

// The later year of "1938/1997", a new edition of an old work; nothing for a läsår, "2019/2020".
std::optional<std::string_view> year_of_edition(std::string_view text, std::size_t slash) {
  constexpr std::size_t digits = 4;
  if (at_or_end(text, slash) != '/' || skip_digits(text, slash + 1) != slash + 1 + digits) return std::nullopt;
  const std::string_view first = text.substr(slash - digits, digits), later = text.substr(slash + 1, digits);
  const auto value = [](std::string_view year) {
    int number = 0;
    for (const char digit : year) number = number * 10 + (digit - '0');
    return number;
  };
  const bool is_year = later.starts_with("18") || later.starts_with("19") || later.starts_with("20");
  return is_year && value(later) > value(first) + 1 ? std::optional(later) : std::nullopt;
}

}  // namespace

std::optional<CitedYear> cited_year_at(std::string_view text, std::size_t at) {
  const std::string_view century = text.substr(at, 2);
  if (century != "18" && century != "19" && century != "20") return year_in_words(text, at);
  std::size_t end = skip_digits(text, at);
  if (end != at + 4) return std::nullopt;
  if (const auto later = year_of_edition(text, end)) {
    const std::size_t after = end + 1 + later->size();
    return goes_on(text, after) ? std::nullopt : std::optional(CitedYear{std::string(*later), at, after});
  }
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

namespace {

template <std::size_t Count>
bool has(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 40> times{
    "januari",   "februari", "mars",     "april",    "maj",     "juni",        "juli",         "augusti",
    "september", "oktober",  "november", "december", "january", "february",    "march",        "may",
    "june",      "july",     "august",   "october",  "måndag",  "tisdag",      "onsdag",       "torsdag",
    "fredag",    "lördag",   "söndag",   "vt",       "ht",      "vår",         "våren",        "höst",
    "hösten",    "sommaren", "vintern",  "läsåret",  "läsår",   "vårterminen", "höstterminen", "vecka"};

constexpr std::array<std::string_view, 62> places{
    "sverige",    "norden",     "europa",       "stockholm", "göteborg",   "malmö",    "uppsala",    "västerås",
    "örebro",     "linköping",  "helsingborg",  "jönköping", "norrköping", "lund",     "umeå",       "gävle",
    "borås",      "södertälje", "eskilstuna",   "halmstad",  "växjö",      "karlstad", "sundsvall",  "trollhättan",
    "östersund",  "luleå",      "kristianstad", "kalmar",    "skövde",     "falun",    "karlskrona", "nyköping",
    "uddevalla",  "varberg",    "söderhamn",    "norrtull",  "visby",      "kiruna",   "skellefteå", "piteå",
    "hudiksvall", "bollnäs",    "sandviken",    "borlänge",  "mora",       "motala",   "oskarshamn", "västervik",
    "nybro",      "ljungby",    "alvesta",      "emmaboda",  "torsås",     "öland",    "gotland",    "skåne",
    "småland",    "blekinge",   "dalarna",      "norrland",  "oslo",       "köpenhamn"};

constexpr std::array<std::string_view, 24> course_words{
    "träff", "träffen", "redovisning", "bild",    "figur",        "tabell",  "bilaga",  "del",
    "steg",  "grupp",   "kurs",        "nätverk", "nätverket",    "version", "upplaga", "upplagan",
    "foto",  "rapport", "mall",        "film",    "presentation", "skolan",  "kommun",  "program"};

constexpr std::array<std::string_view, 17> statutes{"sfs",  "sou", "ds",     "prop", "prop.", "dir",
                                                    "dir.", "skr", "bet",    "rskr", "lgr",   "lpo",
                                                    "lpfö", "gy",  "skolfs", "afs",  "gdpr"};

}  // namespace

bool is_statute(std::string_view comparable) {
  static constexpr std::array<std::string_view, 9> endings{
      "lagen", "lag", "balken", "förordningen", "förordning", "läroplanen", "stadgan", "stadga", "konventionen"};
  if (has(statutes, comparable)) return true;
  return comparable.size() > 3 &&
         std::ranges::any_of(endings, [&](std::string_view ending) { return comparable.ends_with(ending); });
}

bool is_never_a_name(std::string_view comparable) {
  if (is_statute(comparable) || has(times, comparable) || has(course_words, comparable)) return true;
  if (has(places, comparable)) return true;
  return comparable.ends_with('s') && has(places, comparable.substr(0, comparable.size() - 1));
}

bool is_sentence_opener(std::string_view comparable) {
  static constexpr std::array<std::string_view, 42> words{
      "enligt",    "i",         "som",        "hos", "av",   "med",   "från",   "för",   "på",     "när",  "se",
      "jfr",       "läs",       "både",       "men", "även", "också", "liksom", "dock",  "till",   "om",   "ur",
      "boken",     "forskaren", "professorn", "här", "där",  "detta", "det",    "efter", "precis", "likt", "och",
      "according", "as",        "in",         "see", "both", "but",   "källa",  "fritt", "utifrån"};
  return has(words, comparable);
}

}  // namespace traff
