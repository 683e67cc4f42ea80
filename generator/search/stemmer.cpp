#include "search/stemmer.h"

#include <span>
#include <string_view>

namespace traff {

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
    {u"icate", u"ic"}, {u"ative", u""}, {u"alize", u"al"}, {u"iciti", u"ic"}, {u"ical", u"ic"}, {u"ness", u""}, {u"ful", u""},
};
constexpr Replacement step_4[] = {
    {u"ement", u""}, {u"ance", u""}, {u"ence", u""}, {u"able", u""}, {u"ible", u""}, {u"ment", u""}, {u"ant", u""},
    {u"ent", u""},   {u"ism", u""},  {u"ate", u""},  {u"iti", u""},  {u"ous", u""},  {u"ive", u""},  {u"ize", u""},
    {u"al", u""},    {u"er", u""},   {u"ic", u""},   {u"ou", u""},
};

bool is_aeiou(char16_t unit) { return View(u"aeiou").find(unit) != View::npos; }
bool is_aeiouy(char16_t unit) { return unit == u'y' || is_aeiou(unit); }
bool is_line_end(char16_t unit) { return unit == u'\n' || unit == u'\r' || unit == u'\u2028' || unit == u'\u2029'; }

// How far a word gets in consonants, vowels, consonants, vowels, consonants. A sequence of consonants is one unit that is
// no aeiou and then units that are no aeiouy, one of vowels one of aeiouy and then aeiou; the first may be missing. As y
// may begin either, a word can be in several places at once.
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
  if (word.ends_with(u"at") || word.ends_with(u"bl") || word.ends_with(u"iz")) word += u'e';
  else if (ends_in_double(word)) word.pop_back();
  else if (is_short(word)) word += u'e';
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

}  // namespace traff
