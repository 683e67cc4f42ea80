#include "search/stemmer_swedish.h"

#include <algorithm>
#include <span>

namespace traff {

namespace {

using Ending = std::u16string_view;

// Longest first, so that the first that fits is the one.
constexpr Ending main_endings[] = {
    u"heterna", u"hetens", u"anden", u"andes", u"andet", u"arens", u"arnas", u"ernas", u"heten", u"heter", u"ornas",
    u"ades",    u"ande",   u"aren",  u"arna",  u"arne",  u"aste",  u"erna",  u"erns",  u"orna",  u"ade",   u"are",
    u"ast",     u"ens",    u"ern",   u"het",   u"ad",    u"ar",    u"as",    u"at",    u"en",    u"er",    u"es",
    u"or",      u"a",      u"e",     u"s",
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
  const auto found = std::find_if(endings.begin(), endings.end(), [&](Ending ending) { return rest.ends_with(ending); });
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

}  // namespace traff
