#include "search/analysis.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace traff {

TermPipeline::TermPipeline(std::vector<Language> languages)
    : languages_(std::move(languages)), word_units_(word_units(languages_)) {}

std::optional<std::u16string> TermPipeline::run(std::u16string_view token) const {
  const std::u16string_view word = trim_token(token, word_units_);
  for (const Language language : languages_) {
    if (is_stop_word(word, language)) return std::nullopt;
  }
  std::u16string term(word);
  for (const Language language : languages_) {
    if (language == Language::sv)
      term.resize(swedish_stem_size(term));
    else
      term = english_stem(std::move(term));
  }
  return term;
}

std::vector<std::string> search_pipeline_names(const std::vector<Language>& languages) {
  if (languages == std::vector{Language::sv}) return {"trimmer-sv", "stemmer-sv"};
  std::vector<std::string> names;  // several languages have no trimmer there, nor has English
  for (const Language language : languages) names.push_back(language == Language::sv ? "stemmer-sv" : "stemmer");
  return names;
}

namespace {

using View = std::u16string_view;

struct Replacement {
  View ending;
  View by;
};

// Longer endings before those they end with.
constexpr Replacement step_2[] = {
    {u"ization", u"ize"}, {u"ational", u"ate"}, {u"fulness", u"ful"}, {u"ousness", u"ous"}, {u"iveness", u"ive"},
    {u"tional", u"tion"}, {u"biliti", u"ble"},  {u"entli", u"ent"},   {u"ousli", u"ous"},   {u"ation", u"ate"},
    {u"alism", u"al"},    {u"aliti", u"al"},    {u"iviti", u"ive"},   {u"enci", u"ence"},   {u"anci", u"ance"},
    {u"izer", u"ize"},    {u"alli", u"al"},     {u"ator", u"ate"},    {u"logi", u"log"},    {u"bli", u"ble"},
    {u"eli", u"e"},
};
constexpr Replacement step_3[] = {
    {u"icate", u"ic"}, {u"ative", u""}, {u"alize", u"al"}, {u"iciti", u"ic"},
    {u"ical", u"ic"},  {u"ness", u""},  {u"ful", u""},
};
constexpr Replacement step_4[] = {
    {u"ement", u""}, {u"ance", u""}, {u"ence", u""}, {u"able", u""}, {u"ible", u""}, {u"ment", u""},
    {u"ant", u""},   {u"ent", u""},  {u"ism", u""},  {u"ate", u""},  {u"iti", u""},  {u"ous", u""},
    {u"ive", u""},   {u"ize", u""},  {u"al", u""},   {u"er", u""},   {u"ic", u""},   {u"ou", u""},
};

bool is_aeiou(char16_t unit) { return View(u"aeiou").find(unit) != View::npos; }
bool is_aeiouy(char16_t unit) { return unit == u'y' || is_aeiou(unit); }
bool is_line_end(char16_t unit) { return unit == u'\n' || unit == u'\r' || unit == u'\u2028' || unit == u'\u2029'; }

// How far a word gets in consonants, vowels, consonants, vowels, consonants. A sequence of consonants is one unit that
// is no aeiou and then units that are no aeiouy, one of vowels one of aeiouy and then aeiou; the first may be missing.
// As y may begin either, a word can be in several places at once.
class Measure {
 public:
  explicit Measure(View word) {
    for (const char16_t unit : word) step(unit);
  }
  bool has_vowel() const { return reached(2); }
  bool is_over_0() const { return reached(3); }
  bool is_over_1() const { return reached(5); }
  bool is_1() const { return at(3) || at(4); }  // to the word's very end

 private:
  void step(char16_t unit) {
    const bool opens_consonants = !is_aeiou(unit), stays_consonants = !is_aeiouy(unit);
    const bool opens_vowels = is_aeiouy(unit), stays_vowels = is_aeiou(unit);
    unsigned next = 0;
    if (opens_consonants && at(0)) next |= 1U << 1;
    if (opens_vowels && (at(0) || at(1))) next |= 1U << 2;
    if (opens_consonants && at(2)) next |= 1U << 3;
    if (opens_vowels && at(3)) next |= 1U << 4;
    if (opens_consonants && at(4)) next |= 1U << 5;
    if (stays_consonants) next |= places_ & (1U << 1 | 1U << 3 | 1U << 5);
    if (stays_vowels) next |= places_ & (1U << 2 | 1U << 4);
    places_ = next;
    reached_ |= next;
  }
  bool at(unsigned place) const { return (places_ >> place & 1) != 0; }
  bool reached(unsigned place) const { return (reached_ >> place & 1) != 0; }

  unsigned places_ = 1;
  unsigned reached_ = 0;
};

// "hop": consonants, one vowel, and a last letter that is neither of these nor w or x.
bool is_short(View word) {
  if (word.size() < 3 || is_aeiou(word[0])) return false;
  for (const char16_t unit : word.substr(1, word.size() - 3)) {
    if (is_aeiouy(unit)) return false;
  }
  const char16_t last = word.back();
  return is_aeiouy(word[word.size() - 2]) && !is_aeiouy(last) && last != u'w' && last != u'x';
}

// What stands before an ending must be something, and hold no line end.
bool is_stem(View text) {
  for (const char16_t unit : text) {
    if (is_line_end(unit)) return false;
  }
  return !text.empty();
}

bool ends_after_stem(View word, View ending) {
  return word.ends_with(ending) && is_stem(word.substr(0, word.size() - ending.size()));
}

bool ends_in_double(View word) {
  if (word.size() < 2 || word.back() != word[word.size() - 2]) return false;
  return !is_aeiouy(word.back()) && View(u"lsz").find(word.back()) == View::npos;
}

void cut_plural(std::u16string& word) {
  if (ends_after_stem(word, u"sses") || ends_after_stem(word, u"ies")) {
    word.resize(word.size() - 2);
  } else if (word.size() > 2 && word.back() == u's' && word[word.size() - 2] != u's' &&
             is_stem(View(word).substr(0, word.size() - 2))) {
    word.pop_back();
  }
}

void cut_past(std::u16string& word) {
  if (ends_after_stem(word, u"eed")) {
    if (Measure(View(word).substr(0, word.size() - 3)).is_over_0()) word.pop_back();
    return;
  }
  const std::size_t ending = ends_after_stem(word, u"ed") ? 2 : ends_after_stem(word, u"ing") ? 3 : 0;
  if (ending == 0 || !Measure(View(word).substr(0, word.size() - ending)).has_vowel()) return;
  word.resize(word.size() - ending);
  if (word.ends_with(u"at") || word.ends_with(u"bl") || word.ends_with(u"iz"))
    word += u'e';
  else if (ends_in_double(word))
    word.pop_back();
  else if (is_short(word))
    word += u'e';
}

void soften_y(std::u16string& word) {
  if (word.size() < 3 || word.back() != u'y' || is_aeiou(word[word.size() - 2])) return;
  if (is_stem(View(word).substr(0, word.size() - 2))) word.back() = u'i';
}

// The first ending that fits decides, whether its stem is long enough or not.
void replace_ending(std::u16string& word, std::span<const Replacement> replacements) {
  for (const Replacement& one : replacements) {
    if (!ends_after_stem(word, one.ending)) continue;
    const std::size_t stem = word.size() - one.ending.size();
    if (Measure(View(word).substr(0, stem)).is_over_0()) word.replace(stem, View::npos, one.by);
    return;
  }
}

void cut_long_ending(std::u16string& word) {
  for (const Replacement& one : step_4) {
    if (!ends_after_stem(word, one.ending)) continue;
    const std::size_t stem = word.size() - one.ending.size();
    if (Measure(View(word).substr(0, stem)).is_over_1()) word.erase(stem);
    return;
  }
  if (!ends_after_stem(word, u"sion") && !ends_after_stem(word, u"tion")) return;
  const std::size_t stem = word.size() - 3;
  if (Measure(View(word).substr(0, stem)).is_over_1()) word.erase(stem);
}

void cut_last_e(std::u16string& word) {
  if (ends_after_stem(word, u"e")) {
    const View stem = View(word).substr(0, word.size() - 1);
    const Measure measure(stem);
    if (measure.is_over_1() || (measure.is_1() && !is_short(stem))) word.pop_back();
  }
  if (word.ends_with(u"ll") && Measure(word).is_over_1()) word.pop_back();
}

}  // namespace

std::u16string english_stem(std::u16string word) {
  if (word.size() < 3) return word;
  const bool begins_with_y = word[0] == u'y';
  if (begins_with_y) word[0] = u'Y';  // a consonant there
  cut_plural(word);
  cut_past(word);
  soften_y(word);
  replace_ending(word, step_2);
  replace_ending(word, step_3);
  cut_long_ending(word);
  cut_last_e(word);
  if (begins_with_y) word[0] = u'y';
  return word;
}

namespace {

using Ending = std::u16string_view;

// Longest first, so that the first that fits is the one.
constexpr Ending main_endings[] = {
    u"heterna", u"hetens", u"anden", u"andes", u"andet", u"arens", u"arnas", u"ernas", u"heten", u"heter",
    u"ornas",   u"ades",   u"ande",  u"aren",  u"arna",  u"arne",  u"aste",  u"erna",  u"erns",  u"orna",
    u"ade",     u"are",    u"ast",   u"ens",   u"ern",   u"het",   u"ad",    u"ar",    u"as",    u"at",
    u"en",      u"er",     u"es",    u"or",    u"a",     u"e",     u"s",
};
constexpr Ending consonant_pairs[] = {u"dd", u"dt", u"gd", u"gt", u"kt", u"nn", u"tt"};
constexpr Ending other_endings[] = {u"fullt", u"löst", u"els", u"lig", u"ig"};

bool is_vowel(char16_t unit) { return Ending(u"aeiouyäåö").find(unit) != Ending::npos; }

// What may stand before an s that is an ending.
bool takes_s(char16_t unit) { return Ending(u"bcdfghjklmnoprtvy").find(unit) != Ending::npos; }

// Where the part begins that may be cut: after the first consonant that follows a vowel, and three letters at least.
std::size_t find_region(Ending word) {
  std::size_t at = 0;
  while (at < word.size() && !is_vowel(word[at])) ++at;
  while (at < word.size() && is_vowel(word[at])) ++at;
  return std::max<std::size_t>(at + 1, 3);
}

// The first of the endings that stands whole in the region; "" when none does.
Ending find_ending(Ending word, std::size_t region, std::span<const Ending> endings) {
  if (region >= word.size()) return {};
  const Ending rest = word.substr(region);
  const auto found =
      std::find_if(endings.begin(), endings.end(), [&](Ending ending) { return rest.ends_with(ending); });
  return found == endings.end() ? Ending() : *found;
}

Ending without_main_ending(Ending word, std::size_t region) {
  const Ending ending = find_ending(word, region, main_endings);
  if (ending == u"s" && !takes_s(word[word.size() - 2])) return word;
  return word.substr(0, word.size() - ending.size());
}

Ending without_other_ending(Ending word, std::size_t region) {
  const Ending ending = find_ending(word, region, other_endings);
  const bool loses_t_only = ending == u"fullt" || ending == u"löst";
  return word.substr(0, word.size() - (loses_t_only ? 1 : ending.size()));
}

}  // namespace

std::size_t swedish_stem_size(std::u16string_view word) {
  const std::size_t region = find_region(word);
  word = without_main_ending(word, region);
  if (!find_ending(word, region, consonant_pairs).empty()) word.remove_suffix(1);
  return without_other_ending(word, region).size();
}

void tokenize(std::u16string_view text, const UnitSet& separators, std::vector<Token>& tokens) {
  tokens.clear();
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && !separators.has(text[end])) continue;
    if (end > start) tokens.push_back({text.substr(start, end - start), static_cast<std::uint32_t>(start)});
    start = end + 1;
  }
}

UnitSet standard_separators() {
  return UnitSet{{0x09, 0x0D},     {u' ', u' '},     {u'-', u'-'},     {0xA0, 0xA0},
                 {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
                 {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
}

namespace {

UnitSet english_units() { return UnitSet{{u'0', u'9'}, {u'A', u'Z'}, {u'_', u'_'}, {u'a', u'z'}}; }

// Script=Latin of Unicode 8 in the Basic Multilingual Plane, and ASCII's digits.
UnitSet latin_units() {
  return UnitSet{{u'0', u'9'},     {u'A', u'Z'},     {u'a', u'z'},     {0xAA, 0xAA},     {0xBA, 0xBA},
                 {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2B8},    {0x2E0, 0x2E4},   {0x1D00, 0x1D25},
                 {0x1D2C, 0x1D5C}, {0x1D62, 0x1D65}, {0x1D6B, 0x1D77}, {0x1D79, 0x1DBE}, {0x1E00, 0x1EFF},
                 {0x2071, 0x2071}, {0x207F, 0x207F}, {0x2090, 0x209C}, {0x212A, 0x212B}, {0x2132, 0x2132},
                 {0x214E, 0x214E}, {0x2160, 0x2188}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7AD},
                 {0xA7B0, 0xA7B7}, {0xA7F7, 0xA7FF}, {0xAB30, 0xAB5A}, {0xAB5C, 0xAB64}, {0xFB00, 0xFB06},
                 {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};
}

}  // namespace

UnitSet word_units(std::span<const Language> languages) {
  UnitSet units;
  for (const Language language : languages) units.add(language == Language::sv ? latin_units() : english_units());
  return units;
}

std::u16string_view trim_token(std::u16string_view token, const UnitSet& word_units) {
  while (!token.empty() && !word_units.has(token.front())) token.remove_prefix(1);
  while (!token.empty() && !word_units.has(token.back())) token.remove_suffix(1);
  return token;
}

namespace {

// Both sorted by their UTF-16 units.
constexpr std::u16string_view swedish_words[] = {
    u"alla",  u"allt",   u"att",   u"av",    u"blev",   u"bli",    u"blir",   u"blivit", u"de",     u"dem",    u"den",
    u"denna", u"deras",  u"dess",  u"dessa", u"det",    u"detta",  u"dig",    u"din",    u"dina",   u"ditt",   u"du",
    u"där",   u"då",     u"efter", u"ej",    u"eller",  u"en",     u"er",     u"era",    u"ert",    u"ett",    u"från",
    u"för",   u"ha",     u"hade",  u"han",   u"hans",   u"har",    u"henne",  u"hennes", u"hon",    u"honom",  u"hur",
    u"här",   u"i",      u"icke",  u"ingen", u"inom",   u"inte",   u"jag",    u"ju",     u"kan",    u"kunde",  u"man",
    u"med",   u"mellan", u"men",   u"mig",   u"min",    u"mina",   u"mitt",   u"mot",    u"mycket", u"ni",     u"nu",
    u"när",   u"någon",  u"något", u"några", u"och",    u"om",     u"oss",    u"på",     u"samma",  u"sedan",  u"sig",
    u"sin",   u"sina",   u"sitta", u"själv", u"skulle", u"som",    u"så",     u"sådan",  u"sådana", u"sådant", u"till",
    u"under", u"upp",    u"ut",    u"utan",  u"vad",    u"var",    u"vara",   u"varför", u"varit",  u"varje",  u"vars",
    u"vart",  u"vem",    u"vi",    u"vid",   u"vilka",  u"vilkas", u"vilken", u"vilket", u"vår",    u"våra",   u"vårt",
    u"än",    u"är",     u"åt",    u"över",
};

constexpr std::u16string_view english_words[] = {
    u"a",     u"able",  u"about",  u"across", u"after",   u"all",     u"almost", u"also",    u"am",     u"among",
    u"an",    u"and",   u"any",    u"are",    u"as",      u"at",      u"be",     u"because", u"been",   u"but",
    u"by",    u"can",   u"cannot", u"could",  u"dear",    u"did",     u"do",     u"does",    u"either", u"else",
    u"ever",  u"every", u"for",    u"from",   u"get",     u"got",     u"had",    u"has",     u"have",   u"he",
    u"her",   u"hers",  u"him",    u"his",    u"how",     u"however", u"i",      u"if",      u"in",     u"into",
    u"is",    u"it",    u"its",    u"just",   u"least",   u"let",     u"like",   u"likely",  u"may",    u"me",
    u"might", u"most",  u"must",   u"my",     u"neither", u"no",      u"nor",    u"not",     u"of",     u"off",
    u"often", u"on",    u"only",   u"or",     u"other",   u"our",     u"own",    u"rather",  u"said",   u"say",
    u"says",  u"she",   u"should", u"since",  u"so",      u"some",    u"than",   u"that",    u"the",    u"their",
    u"them",  u"then",  u"there",  u"these",  u"they",    u"this",    u"tis",    u"to",      u"too",    u"twas",
    u"us",    u"wants", u"was",    u"we",     u"were",    u"what",    u"when",   u"where",   u"which",  u"while",
    u"who",   u"whom",  u"why",    u"will",   u"with",    u"would",   u"yet",    u"you",     u"your",
};

}  // namespace

bool is_stop_word(std::u16string_view word, Language language) {
  if (language == Language::sv) return std::binary_search(std::begin(swedish_words), std::end(swedish_words), word);
  return std::binary_search(std::begin(english_words), std::end(english_words), word);
}

}  // namespace traff
