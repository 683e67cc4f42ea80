#include "search/postings.h"

#include "search/key_order.h"

namespace traff {

namespace {

std::vector<std::uint32_t> document_order(const LunrIndex& index) {
  std::vector<std::string> refs;
  refs.reserve(index.documents.size());
  for (const IndexedDocument& document : index.documents) refs.push_back(document.ref);
  return key_order(refs);
}

}  // namespace

Postings::Postings(const LunrIndex& index) {
  begins_.assign(index.field_count.size() + 1, 0);
  for (std::size_t term = 0; term < index.field_count.size(); ++term) begins_[term + 1] = begins_[term] + index.field_count[term];
  postings_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  const std::vector<std::uint32_t> order = document_order(index);
  std::vector<std::uint32_t> done(index.documents.size());         // uses of each document
  std::vector<std::uint32_t> occurrences(index.documents.size());  // before them
  for (std::uint32_t field = 0; field < index.fields.size(); ++field) {
    for (const std::uint32_t i : order) {
      const IndexedDocument& document = index.documents[i];
      for (; done[i] < document.fields[field].uses_end; ++done[i]) {
        const TermUse& use = document.uses[done[i]];
        postings_[next[use.term]++] = {field, i, occurrences[i], use.count};
        occurrences[i] += use.count;
      }
    }
  }
}

}  // namespace traff
