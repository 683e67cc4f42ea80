#include "search/postings.h"

#include <cassert>
#include <limits>

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

Postings::Postings(const LunrIndex& index) : index_(index) {
  assert(index.fields.size() * index.documents.size() <= std::numeric_limits<std::uint32_t>::max());
  begins_.assign(index.field_count.size() + 1, 0);
  for (std::size_t term = 0; term < index.field_count.size(); ++term) begins_[term + 1] = begins_[term] + index.field_count[term];
  places_.resize(begins_.back());
  if (!index.metadata.empty()) {
    occurrences_.resize(places_.size());
    used_.resize(index.documents.size());
  }
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  const std::vector<std::uint32_t> order = document_order(index);
  for (std::uint32_t field = 0; field < index.fields.size(); ++field) put_field(field, order, next);
}

void Postings::put_field(std::uint32_t field, const std::vector<std::uint32_t>& order, std::vector<std::size_t>& next) {
  const auto documents = static_cast<std::uint32_t>(index_.documents.size());
  for (const std::uint32_t i : order) {
    const IndexedDocument& document = index_.documents[i];
    const std::uint32_t begin = field == 0 ? 0 : document.fields[field - 1].uses_end;
    for (std::uint32_t use = begin; use < document.fields[field].uses_end; ++use) {
      const auto [term, count] = document.uses[use];
      const std::size_t position = next[term]++;
      places_[position] = field * documents + i;
      if (occurrences_.empty()) continue;
      occurrences_[position] = {used_[i], count};
      used_[i] += count;
    }
  }
}

Posting Postings::at(std::size_t position) const {
  const auto documents = static_cast<std::uint32_t>(index_.documents.size());
  Posting posting{places_[position] / documents, places_[position] % documents, {}};
  if (occurrences_.empty()) return posting;
  const auto [first, count] = occurrences_[position];
  posting.occurrences = std::span(index_.documents[posting.document].occurrences).subspan(first, count);
  return posting;
}

}  // namespace traff
