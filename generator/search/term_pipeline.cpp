#include "search/term_pipeline.h"

#include "search/stemmer.h"
#include "search/stemmer_swedish.h"
#include "search/stop_word_filter.h"
#include "search/trimmer.h"

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
    if (language == Language::sv) term.resize(swedish_stem_size(term));
    else term = english_stem(std::move(term));
  }
  return term;
}

std::vector<std::string> search_pipeline_names(const std::vector<Language>& languages) {
  if (languages == std::vector{Language::sv}) return {"trimmer-sv", "stemmer-sv"};
  std::vector<std::string> names;  // several languages have no trimmer there, nor has English
  for (const Language language : languages) names.push_back(language == Language::sv ? "stemmer-sv" : "stemmer");
  return names;
}

}  // namespace traff
