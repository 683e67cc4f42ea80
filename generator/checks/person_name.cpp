#include "checks/person_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

// Common in Sweden, folded, in order. A list of names holds some of them; a list of anything else holds none.
constexpr std::array<std::string_view, 324> first_names{
    "adam",     "agneta",    "ahmed",      "albin",     "alexander", "alexandra", "ali",       "alice",     "alva",
    "amanda",   "anders",    "andreas",    "anette",    "anita",     "anja",      "ann",       "anna",      "annelie",
    "annette",  "annica",    "annika",     "anton",     "arvid",     "asa",       "astrid",    "axel",      "barbro",
    "beatrice", "bengt",     "benjamin",   "berit",     "bertil",    "birgitta",  "bjorn",     "bo",        "bodil",
    "borje",    "britt",     "camilla",    "carin",     "carina",    "carl",      "caroline",  "cecilia",   "charlotte",
    "christer", "christian", "christina",  "claes",     "clara",     "dag",       "daniel",    "daniela",   "david",
    "diana",    "ebba",      "edvin",      "eleonor",   "elias",     "elin",      "elina",     "elisabet",  "elisabeth",
    "ella",     "ellen",     "ellinor",    "elsa",      "emil",      "emilia",    "emily",     "emma",      "eric",
    "erik",     "erika",     "ester",      "eva",       "evelina",   "fanny",     "fatima",    "felicia",   "felix",
    "filip",    "frans",     "fredrik",    "frida",     "gabriel",   "gabriella", "georg",     "gerd",      "goran",
    "gosta",    "greta",     "gudrun",     "gun",       "gunilla",   "gunnar",    "gunnel",    "gustaf",    "gustav",
    "hakan",    "hampus",    "hanna",      "hannah",    "hans",      "harald",    "hassan",    "hasse",     "hedvig",
    "helen",    "helena",    "helene",     "henrik",    "hilda",     "hugo",      "ibrahim",   "ida",       "inga",
    "ingela",   "ingemar",   "inger",      "ingrid",    "ingvar",    "irene",     "irma",      "isabella",  "isabelle",
    "isak",     "ivar",      "jacob",      "jakob",     "jan",       "jana",      "janne",     "jasmine",   "jenni",
    "jennie",   "jenny",     "jens",       "jesper",    "jessica",   "joakim",    "joel",      "johan",     "johanna",
    "johannes", "john",      "johnny",     "jon",       "jonas",     "jonathan",  "jorgen",    "josef",     "josefin",
    "josefine", "julia",     "julian",     "kajsa",     "karin",     "karl",      "karl-erik", "karolina",  "katarina",
    "katja",    "kenneth",   "kent",       "kerstin",   "kim",       "kjell",     "klara",     "klas",      "kristian",
    "kristin",  "kristina",  "kristoffer", "lars",      "lasse",     "leif",      "lena",      "lennart",   "leo",
    "leon",     "lilian",    "lina",       "linda",     "linn",      "linnea",    "linus",     "lisa",      "lisbeth",
    "lotta",    "louise",    "lovisa",     "lucas",     "ludvig",    "lukas",     "madeleine", "magdalena", "magnus",
    "maja",     "malin",     "marcus",     "margareta", "margit",    "maria",     "mariana",   "marianne",  "marie",
    "marika",   "marina",    "markus",     "marta",     "martin",    "martina",   "matilda",   "mats",      "mattias",
    "max",      "maxim",     "mia",        "michael",   "mikael",    "mikaela",   "minna",     "mirjam",    "moa",
    "mohamed",  "mohammed",  "mona",       "monica",    "monika",    "morgan",    "nathalie",  "nicklas",   "niclas",
    "nils",     "nina",      "nora",       "ola",       "olivia",    "olle",      "olof",      "oscar",     "oskar",
    "ove",      "par",       "patrik",     "paul",      "paulina",   "per",       "pernilla",  "peter",     "petra",
    "pia",      "pontus",    "rasmus",     "rebecca",   "rebecka",   "richard",   "rickard",   "robert",    "robin",
    "roger",    "roland",    "rolf",       "rune",      "saga",      "samuel",    "sandra",    "sanna",     "sara",
    "sarah",    "sebastian", "simon",      "siv",       "sofia",     "sofie",     "solveig",   "soren",     "staffan",
    "stefan",   "stella",    "sten",       "stig",      "stina",     "sture",     "susann",    "susanna",   "susanne",
    "svante",   "sven",      "tage",       "teresa",    "terese",    "therese",   "thomas",    "tilda",     "tina",
    "tobias",   "tomas",     "tommy",      "tore",      "torsten",   "tove",      "ulf",       "ulla",      "ulrica",
    "ulrika",   "urban",     "vera",       "veronica",  "veronika",  "victor",    "victoria",  "viktor",    "viktoria",
    "vilhelm",  "ville",     "vilma",      "wilma",     "yasmin",    "ylva",      "yvonne",    "zara",      "zeinab"};

static_assert(std::is_sorted(first_names.begin(), first_names.end()));

// "Andersson", "Bergman-Holm", "O’Connor".
bool is_capitalised_word(std::string_view word) {
  if (word.size() < 2 || !is_upper(code_point_at(word, 0))) return false;
  bool has_small = false;
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
    const char32_t letter = code_point_at(word, at);
    if (!is_letter(letter) && letter != U'-' && letter != U'’') return false;
    has_small |= is_lower(letter);
  }
  return has_small;
}

}  // namespace

bool is_first_name(std::string_view word) {
  const std::string folded = fold(word);
  const std::string_view first = std::string_view(folded).substr(0, folded.find('-'));
  return std::binary_search(first_names.begin(), first_names.end(), std::string_view(folded)) ||
         std::binary_search(first_names.begin(), first_names.end(), first);
}

bool looks_like_full_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return false;
  std::size_t words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (!is_capitalised_word(word)) return false;
    ++words;
  }
  return words == 2 || words == 3;
}

}  // namespace traff
