// How much each term of a field weighs: BM25 in the very steps of lunr.js, as they decide the last digit.
#pragma once

#include <cstdint>
#include <vector>

#include "search/lunr_index.h"

namespace traff {

class TermWeights {
 public:
  // `index` must outlive this. Cost: one logarithm per term.
  explicit TermWeights(const LunrIndex& index);

  // In thousandths, rounded as Math.round does.
  double thousandths(const IndexedDocument& document, std::size_t field, const TermUse& use) const;

 private:
  const LunrIndex& index_;
  std::vector<double> rarity_;  // by term
};

// The terms of one field of a document, by their numbers.
std::vector<TermUse> field_vector(const IndexedDocument& document, std::size_t field);

}  // namespace traff
