// From text to the terms that stand in the index: cut into tokens, trimmed, stop words dropped, stemmed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/unicode.h"

namespace traff {

class TermPipeline {
 public:
  // In the order they were named: each stemmer gets what the one before it left.
  explicit TermPipeline(std::vector<Language> languages);

  // Nothing for a stop word. The empty term is one.
  std::optional<std::u16string> run(std::u16string_view token) const;

 private:
  std::vector<Language> languages_;
  UnitSet word_units_;
};

// What lunr.js calls the steps a query goes through, as they stand in an index.
std::vector<std::string> search_pipeline_names(const std::vector<Language>& languages);

// English words without their endings: Porter's algorithm in the reading of lunr.js, to the letter.

// Lower case in, stem out. Everything but a, e, i, o and u is a consonant in most rules, å and ö too.
std::u16string english_stem(std::u16string word);

// Swedish words without their endings: the Snowball algorithm as it was up to version 2.2, which lunr-languages has.

// How many units of the lower-case word its stem keeps: the algorithm only cuts.
std::size_t swedish_stem_size(std::u16string_view word);

// A text as the words lunr.js makes of it. First step of indexing.

struct Token {
  std::u16string_view text;  // a part of the text
  std::uint32_t start = 0;   // in UTF-16 units
};

// Splits at every unit of the set; empty pieces vanish. `text` is in lower case and must outlive the tokens.
void tokenize(std::u16string_view text, const UnitSet& separators, std::vector<Token>& tokens);

// White space and the hyphen.
UnitSet standard_separators();

// Cuts what is no part of a word from both ends of a token.

// What words are written with. Swedish: digits and the Latin script as lunr-languages lists it; English: A–Z, 0–9 and
// `_` alone, so that an å at the edge of a word goes.
UnitSet word_units(std::span<const Language> languages);

// May leave nothing: the empty term is a term.
std::u16string_view trim_token(std::u16string_view token, const UnitSet& word_units);

// Words too common to be searched for. The lists are lunr.js' for English and lunr-languages' for Swedish: an index
// that any client can use must leave out the same ones.

// Exactly as listed: lower case, composed.
bool is_stop_word(std::u16string_view word, Language language);

}  // namespace traff
