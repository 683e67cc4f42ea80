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

}  // namespace traff
