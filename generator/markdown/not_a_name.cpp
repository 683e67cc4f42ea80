#include "markdown/not_a_name.h"

#include <algorithm>
#include <array>

#include "markdown/citation.h"

namespace traff {

namespace {

template <std::size_t Count>
bool has(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 40> times{
    "januari",  "februari", "mars",     "april",    "maj",      "juni",      "juli",     "augusti",
    "september", "oktober", "november", "december", "january",  "february",  "march",    "may",
    "june",     "july",     "august",   "october",  "måndag",   "tisdag",    "onsdag",   "torsdag",
    "fredag",   "lördag",   "söndag",   "vt",       "ht",       "vår",       "våren",    "höst",
    "hösten",   "sommaren", "vintern",  "läsåret",  "läsår",    "vårterminen", "höstterminen", "vecka"};

constexpr std::array<std::string_view, 62> places{
    "sverige",   "norden",    "europa",    "stockholm", "göteborg",  "malmö",     "uppsala",    "västerås",
    "örebro",    "linköping", "helsingborg", "jönköping", "norrköping", "lund",   "umeå",       "gävle",
    "borås",     "södertälje", "eskilstuna", "halmstad", "växjö",    "karlstad",  "sundsvall",  "trollhättan",
    "östersund", "luleå",     "kristianstad", "kalmar",  "skövde",   "falun",     "karlskrona", "nyköping",
    "uddevalla", "varberg",   "söderhamn", "norrtull",  "visby",     "kiruna",    "skellefteå", "piteå",
    "hudiksvall", "bollnäs",  "sandviken", "borlänge",  "mora",      "motala",    "oskarshamn", "västervik",
    "nybro",     "ljungby",   "alvesta",   "emmaboda",  "torsås",    "öland",     "gotland",    "skåne",
    "småland",   "blekinge",  "dalarna",   "norrland",  "oslo",      "köpenhamn"};

constexpr std::array<std::string_view, 24> course_words{
    "träff",     "träffen",  "redovisning", "bild",     "figur",      "tabell",   "bilaga",  "del",
    "steg",      "grupp",    "kurs",        "nätverk",  "nätverket",  "version",  "upplaga", "upplagan",
    "foto",      "rapport",  "mall",        "film",     "presentation", "skolan", "kommun",  "program"};

constexpr std::array<std::string_view, 17> statutes{"sfs",  "sou",  "ds",  "prop", "prop.", "dir",  "dir.", "skr",  "bet",
                                                    "rskr", "lgr",  "lpo", "lpfö", "gy",    "skolfs", "afs", "gdpr"};

}  // namespace

bool is_statute(std::string_view comparable) {
  static constexpr std::array<std::string_view, 9> endings{"lagen",        "lag",     "balken", "förordningen", "förordning",
                                                           "läroplanen", "stadgan", "stadga", "konventionen"};
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
      "enligt",  "i",      "som",    "hos",     "av",      "med",     "från",    "för",     "på",     "när",   "se",
      "jfr",     "läs",    "både",   "men",     "även",    "också",   "liksom",  "dock",    "till",   "om",    "ur",
      "boken",   "forskaren", "professorn", "här", "där",  "detta",   "det",     "efter",   "precis", "likt",  "och",
      "according", "as",   "in",     "see",     "both",    "but",     "källa",   "fritt",   "utifrån"};
  return has(words, comparable);
}

}  // namespace traff
