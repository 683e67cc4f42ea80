#include "search/postings.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "search/lunr_index.h"

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
  for (std::size_t term = 0; term < index.field_count.size(); ++term)
    begins_[term + 1] = begins_[term] + index.field_count[term];
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

namespace {

double boost_or_1(double boost) { return boost == 0 || std::isnan(boost) ? 1 : boost; }

// Math.round: halves go up.
double rounded(double number) {
  const double below = std::floor(number);
  return number - below >= 0.5 ? below + 1 : below;
}

// Fields count, not documents, so there can be more of them than of documents.
double inverse_frequency(std::uint32_t fields, std::size_t documents) {
  const double count = fields;
  const double x = (static_cast<double>(documents) - count + 0.5) / (count + 0.5);
  return std::log(1 + std::abs(x));
}

}  // namespace

TermWeights::TermWeights(const LunrIndex& index) : TermWeights(index, index.average_length) {}

TermWeights::TermWeights(const LunrIndex& index, std::vector<double> average_length)
    : index_(index), average_length_(std::move(average_length)) {
  rarity_.reserve(index.field_count.size());
  for (const std::uint32_t fields : index.field_count)
    rarity_.push_back(inverse_frequency(fields, index.documents.size()));
}

double TermWeights::thousandths(std::size_t field, double norm, const TermUse& use, double document_boost) const {
  const double count = use.count;
  double weight = rarity_[use.term] * ((index_.k1 + 1) * count) / (norm + count);
  weight *= boost_or_1(index_.fields[field].boost);
  weight *= boost_or_1(document_boost);
  return rounded(weight * 1000);
}

void find_field_vector(const IndexedDocument& document, std::size_t field, std::vector<TermUse>& vector) {
  const auto at = [&](std::size_t end) { return document.uses.begin() + static_cast<std::ptrdiff_t>(end); };
  vector.assign(at(field == 0 ? 0 : document.fields[field - 1].uses_end), at(document.fields[field].uses_end));
  std::sort(vector.begin(), vector.end(), [](const TermUse& a, const TermUse& b) { return a.term < b.term; });
}

}  // namespace traff
