#include "search/field_terms.h"

#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::uint32_t no_term = 0xFFFFFFFF;

}  // namespace

FieldTerms::FieldTerms(const IndexSpec& spec) : spec_(spec), pipeline_(spec.languages) {}

std::uint32_t FieldTerms::term_of(std::u16string_view token) {
  const auto [number, is_new] = tokens_.number_of(token);
  if (!is_new) return term_of_token_[number];
  const auto term = pipeline_.run(token);
  term_of_token_.push_back(term ? terms_.number_of(*term).number : no_term);
  return term_of_token_[number];
}

void FieldTerms::see(std::u16string_view token, const Occurrence& occurrence) {
  const std::uint32_t term = term_of(token);
  if (term == no_term) return;
  if (term >= counts_.size()) counts_.resize(terms_.size());
  if (counts_[term]++ == 0) seen_.push_back(term);
  if (spec_.metadata.empty()) return;
  sequence_.push_back(term);
  occurrences_.push_back(occurrence);
}

void FieldTerms::add(const FieldValue& value, IndexedDocument& document) {
  if (value.is_list) {
    for (const std::string& item : value.items) see(to_utf16_lower(item), {});
  } else {
    const std::u16string text = to_utf16_lower(value.text);
    tokenize(text, spec_.separators, split_);
    for (std::uint32_t i = 0; i < split_.size(); ++i) {
      see(split_[i].text, {split_[i].start, static_cast<std::uint32_t>(split_[i].text.size()), i});
    }
  }
  put_uses(document);
}

IndexedDocument FieldTerms::read(IndexDocument document) {
  IndexedDocument made;
  made.ref = std::move(document.ref);
  made.boost = document.boost;
  for (const FieldValue& value : document.values) add(value, made);
  made.uses.shrink_to_fit();
  return made;
}

void FieldTerms::put_uses(IndexedDocument& document) {
  std::uint32_t length = 0;
  for (const std::uint32_t term : seen_) {
    document.uses.push_back({term, counts_[term]});
    length += counts_[term];
  }
  document.fields.push_back({length, static_cast<std::uint32_t>(document.uses.size())});
  std::uint32_t place = static_cast<std::uint32_t>(document.occurrences.size());
  for (const std::uint32_t term : seen_) place += std::exchange(counts_[term], place);
  document.occurrences.resize(document.occurrences.size() + sequence_.size());
  for (std::size_t i = 0; i < sequence_.size(); ++i) document.occurrences[counts_[sequence_[i]]++] = occurrences_[i];
  for (const std::uint32_t term : seen_) counts_[term] = 0;
  seen_.clear();
  sequence_.clear();
  occurrences_.clear();
}

}  // namespace traff
