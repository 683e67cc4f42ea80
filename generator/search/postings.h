// The index turned round: where each term stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/lunr_index.h"

namespace traff {

// A term in one field of one document.
struct Posting {
  std::uint32_t field = 0;
  std::uint32_t document = 0;
  std::span<const Occurrence> occurrences;  // empty when the index has no metadata
};

class Postings {
 public:
  // `index` must outlive this. Cost: linear in the uses of terms; four bytes for each, twelve with metadata.
  explicit Postings(const LunrIndex& index);

  // By field, then by document in the order JavaScript lists their references.
  std::size_t begin_of(std::uint32_t term) const { return begins_[term]; }
  std::size_t end_of(std::uint32_t term) const { return begins_[term + 1]; }
  Posting at(std::size_t position) const;

 private:
  struct Occurrences {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  void put_field(std::uint32_t field, const std::vector<std::uint32_t>& order, std::vector<std::size_t>& next);

  const LunrIndex& index_;
  std::vector<std::size_t> begins_;       // by term, and one more
  std::vector<std::uint32_t> places_;     // field × documents + document
  std::vector<Occurrences> occurrences_;  // one per place, when the index has metadata
  std::vector<std::uint32_t> used_;       // occurrences of each document so far
};

// How much each term of a field weighs: BM25 in the very steps of lunr.js, as they decide the last digit.

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
