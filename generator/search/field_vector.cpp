#include "search/field_vector.h"

#include <algorithm>
#include <cmath>

namespace traff {

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
  for (const std::uint32_t fields : index.field_count) rarity_.push_back(inverse_frequency(fields, index.documents.size()));
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
