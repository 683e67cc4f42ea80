#include "markdown/word_breaks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::size_t fewest_letters = 3;
constexpr char32_t soft_hyphen = 0xAD;

// Words that end so take an s when another word follows: "undervisnings-grupp".
constexpr std::array<std::u32string_view, 8> endings_before_s{U"ing", U"tet",  U"het", U"skap",
                                                              U"ion", U"ment", U"dom", U"nad"};

constexpr std::u32string_view beginnings = U" bl br dr fl fr gl gr kl kr kv pl pr sk sl sm sn sp st sv tr tv vr ";

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view vowels = U"aeiouyåäöé";
  return vowels.find(letter) != vowels.npos;
}

// A word's letters in lower case and where each begins.
struct Letters {
  explicit Letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
      offsets.push_back(at);
      const std::string letter = to_lower(word.substr(at, code_point_size(word, at)));
      all += letter.empty() ? U' ' : code_point_at(letter, 0);
    }
  }

  bool is_consonant(std::size_t i) const { return is_letter(all[i]) && !is_vowel(all[i]); }

  bool ends_word_before_s(std::size_t s) const {
    const std::u32string_view before = std::u32string_view(all).substr(0, s);
    return all[s] == U's' && std::any_of(endings_before_s.begin(), endings_before_s.end(),
                                         [&](auto ending) { return before.ends_with(ending); });
  }

  bool is_beginning(std::size_t i) const {
    const std::u32string wanted = U" " + all.substr(i, 2) + U" ";
    return beginnings.find(wanted) != beginnings.npos;
  }

  std::u32string all;
  std::vector<std::size_t> offsets;
};

// The letter that a new line would begin with when the vowel at `vowel` opens a syllable's core; 0 for none. One
// consonant goes with the vowel, or two that words begin with when a third stands before them: "ledar-skap".
std::size_t syllable_start(const Letters& letters, std::size_t vowel) {
  if (vowel == 0 || !letters.is_consonant(vowel - 1)) return 0;
  const bool is_ck = vowel >= 3 && letters.all.substr(vowel - 3, 2) == U"ck";
  const bool takes_two = !is_ck && vowel >= 3 && letters.is_consonant(vowel - 2) && letters.is_consonant(vowel - 3) &&
                         letters.is_beginning(vowel - 2);
  return takes_two ? vowel - 2 : vowel - 1;
}

}  // namespace

std::vector<WordBreak> word_breaks(std::string_view word) {
  const Letters letters(word);
  const bool author_knows = letters.all.find(soft_hyphen) != letters.all.npos;
  std::vector<WordBreak> breaks;
  const auto add = [&](std::size_t letter, bool is_joint) {
    const bool has_room = letter >= fewest_letters && letter + fewest_letters <= letters.all.size();
    if (!has_room || (!breaks.empty() && breaks.back().at >= letters.offsets[letter])) return;
    breaks.push_back({letters.offsets[letter], is_joint});
  };
  bool has_vowel = false;
  for (std::size_t i = 0; i < letters.all.size(); ++i) {
    if (i > 0 && (letters.all[i - 1] == U'-' || letters.all[i - 1] == soft_hyphen)) add(i, true);
    if (letters.ends_word_before_s(i)) add(i + 1, !author_knows);
    if (!is_vowel(letters.all[i])) continue;
    const std::size_t start = syllable_start(letters, i);
    const bool is_joint_s = start > 0 && letters.ends_word_before_s(start);
    if (has_vowel && start > 0 && !is_joint_s) add(start, false);
    has_vowel = true;
  }
  return breaks;
}

}  // namespace traff
