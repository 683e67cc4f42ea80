// The terms of one field after another, by one thread: every different token goes through the pipeline once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/analysis.h"
#include "search/index_spec.h"
#include "search/lunr_index.h"

namespace traff {

class FieldTerms {
 public:
  // `spec` must outlive this.
  explicit FieldTerms(const IndexSpec& spec);

  // Adds the field's terms, numbered by this thread alone.
  void add(const FieldValue& value, IndexedDocument& document);

  // All fields of a document.
  IndexedDocument read(IndexDocument document);

  const WordNumbers& terms() const { return terms_; }

  // For terms that come from elsewhere than a text.
  WordNumbers& terms() { return terms_; }

 private:
  std::uint32_t term_of(std::u16string_view token);
  void see(std::u16string_view token, const Occurrence& occurrence);
  void put_uses(IndexedDocument& document);

  const IndexSpec& spec_;
  TermPipeline pipeline_;
  WordNumbers tokens_;
  std::vector<std::uint32_t> term_of_token_;  // by token
  WordNumbers terms_;
  std::vector<std::uint32_t> counts_;    // by term, in the field at hand
  std::vector<std::uint32_t> seen_;      // terms of the field at hand, as they first appear
  std::vector<std::uint32_t> sequence_;  // the term of each occurrence
  std::vector<Occurrence> occurrences_;
  std::vector<Token> split_;
};

}  // namespace traff
