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

  // As if its fields were so long on average.
  TermWeights(const LunrIndex& index, std::vector<double> average_length);

  double average_length(std::size_t field) const { return average_length_[field]; }

  // What the length of a field does to the weights in it.
  double length_norm(std::size_t field, std::uint32_t length) const {
    return index_.k1 * (1 - index_.b + index_.b * (length / average_length_[field]));
  }

  // In thousandths, rounded as Math.round does. `norm` is the field's length_norm.
  double thousandths(std::size_t field, double norm, const TermUse& use, double document_boost = 1) const;

 private:
  const LunrIndex& index_;
  std::vector<double> average_length_;  // by field
  std::vector<double> rarity_;          // by term
};

// The terms of one field of a document, by their numbers. `vector` is written over.
void find_field_vector(const IndexedDocument& document, std::size_t field, std::vector<TermUse>& vector);

}  // namespace traff
