// What a site's own texts teach of its words, for the search beside the index: which mean the same, and where a word
// stands in capitals, which the index cannot tell (docs/search.md, "words").
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

// What an abbreviation stands for, as a text tells it: "systematiskt kvalitetsarbete (SKA)", "SKA (systematiskt
// kvalitetsarbete)", "SKA står för systematiskt kvalitetsarbete". Every letter of it must stand in the words, in order,
// the first at the beginning of a word.

struct LongForm {
  std::string abbreviation;  // both in lower case
  std::string words;

  bool operator==(const LongForm&) const = default;
};

// Two to eight capitals and digits, a capital first.
bool is_abbreviation(std::string_view word);

// Cost: linear in the text.
std::vector<LongForm> find_long_forms(std::string_view text);

struct WordsOfText {
  std::vector<std::string> abbreviations;  // in lower case, each once
  std::vector<LongForm> long_forms;
};

// Pure, for many threads. Cost: linear in the text.
WordsOfText find_words(std::string_view text);

// Words and phrases of one meaning, in lower case.
using Synonyms = std::vector<std::vector<std::string>>;

struct LearntWords {
  Synonyms synonyms;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> capitals;  // word in lower case → documents, rising
};

// `texts` by document, `known` what the site's settings say.
LearntWords learn_words(const std::vector<WordsOfText>& texts, Synonyms known);

// {"synonyms": [["ska", "systematiskt kvalitetsarbete"]], "capitals": {"ska": [3, 17]}}
std::string learnt_words_json(const LearntWords& words);

}  // namespace traff
