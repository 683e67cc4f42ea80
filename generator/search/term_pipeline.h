// From a token to the term that stands in the index: trimmed, stop words dropped, stemmed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/unit_set.h"

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

}  // namespace traff
