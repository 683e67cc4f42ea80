// An index cut by the beginnings of its terms: each shard is a file that lunr.Index.load accepts by itself. Cut and
// weighed so that an edit of one text changes the shards of that text's terms and no others, if it has as many entries
// as before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "search/json_text.h"
#include "search/lunr_index.h"
#include "search/postings.h"

namespace traff {

class IndexShards {
 public:
  // About so many bytes of JSON make a shard; a term that is in more places has more.
  static constexpr std::size_t standard_bytes = 40'000;

  // `index`, which has no metadata and whose documents have no boosts and are called "0", "1" …, must outlive this.
  // Cost: linear in the uses of terms, but for sorting the terms.
  IndexShards(const LunrIndex& index, std::size_t most_bytes);

  std::size_t size() const { return shards_.size(); }

  // The beginning its terms have in common, by shard, in order: a list in JSON. A term stands, if anywhere, in the
  // shard of the longest of these that it begins with.
  std::string beginnings_json() const;

  // Of everything in the shard.
  ContentId id(std::size_t shard) const;

  // The same keys in the same order as the whole index has; without the fields that have none of its terms. Terms are
  // numbered within the shard. Weights are the whole index's, but for average lengths of three digits. Pure.
  std::string json(std::size_t shard) const;

  // Every term in order, a line each: how many UTF-16 units it shares with the one before, as one digit in base 36,
  // then the rest of it.
  std::string vocabulary() const;

 private:
  // Positions in terms_.
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  struct Shard {
    std::u16string_view beginning;
    std::vector<Range> terms;
  };
  // A term in one field of one document.
  struct Use {
    std::uint32_t place = 0;  // document × fields + field
    std::uint32_t count = 0;
  };
  void sort_terms();
  void sort_uses();
  void cut(Range range, std::size_t depth, std::size_t most_bytes);
  std::vector<Range> branches(Range range, std::size_t depth) const;
  std::size_t bytes_of(Range range) const;
  std::u16string_view word(std::size_t position) const { return index_.terms.word(terms_[position]); }
  void append_vectors(TextBuffer& out, const Shard& shard) const;
  void append_term(TextBuffer& out, std::size_t position, std::uint32_t number) const;

  const LunrIndex& index_;
  TermWeights weights_;
  std::vector<std::string> names_;       // by field: what the JSON of its postings begins with
  std::vector<std::string> vectors_;     // by field: what the JSON of its vectors begins with
  std::vector<std::uint32_t> lengths_;   // of fields, by place
  std::vector<std::uint32_t> terms_;     // by their text
  std::vector<std::size_t> use_begins_;  // by position in terms_, and one more
  std::vector<Use> uses_;
  std::vector<Shard> shards_;
};

}  // namespace traff
