// The index turned round: where each term stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/lunr_index.h"

namespace traff {

struct Posting {
  std::uint32_t field = 0;
  std::uint32_t document = 0;
  std::uint32_t first_occurrence = 0;  // in IndexedDocument::occurrences, when the index has any
  std::uint32_t count = 0;
};

class Postings {
 public:
  // Cost: linear in the uses of terms.
  explicit Postings(const LunrIndex& index);

  // By field, then by document in the order JavaScript lists their references.
  std::span<const Posting> of(std::uint32_t term) const {
    return std::span(postings_).subspan(begins_[term], begins_[term + 1] - begins_[term]);
  }

 private:
  std::vector<std::size_t> begins_;  // by term, and one more
  std::vector<Posting> postings_;
};

}  // namespace traff
