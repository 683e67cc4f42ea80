// An index cut by term: each shard is a file that lunr.Index.load accepts by itself, and a query whose terms all stand in
// the shards at hand gets the same scores from them as from the whole, since every weight is the whole index's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/field_vector.h"
#include "search/lunr_index.h"

namespace traff {

class IndexShards {
 public:
  // `index`, which has no metadata, must outlive this. Shards of about the same size; those at the end are empty when
  // there are fewer terms than shards. Cost: linear in the uses of terms.
  IndexShards(const LunrIndex& index, std::size_t count);

  // The same keys in the same order as the whole index has; without the fields that have none of its terms. Pure.
  std::string json(std::size_t shard) const;

  // The first term of each shard that is not empty, in order: a list in JSON.
  std::string first_terms_json() const;

  // Every term in order, a line each: how many UTF-16 units it shares with the one before, as one digit in base 36, then
  // the rest of it.
  std::string vocabulary() const;

 private:
  // A term in one field of one document.
  struct Use {
    std::uint32_t place = 0;  // document × fields + field
    std::uint32_t count = 0;
  };
  void sort_terms();
  void sort_uses();
  void cut(std::size_t count);
  std::size_t weight_of(std::size_t position) const;
  void append_vectors(std::string& out, std::size_t first, std::size_t last) const;
  void append_term(std::string& out, std::size_t position) const;

  const LunrIndex& index_;
  TermWeights weights_;
  std::vector<std::uint32_t> terms_;      // by their text
  std::vector<std::size_t> use_begins_;   // by position in terms_, and one more
  std::vector<Use> uses_;
  std::vector<std::size_t> term_begins_;  // of each shard in terms_, and one more
};

}  // namespace traff
