// An index before it is written: which terms each field of each document has, numbered as lunr.js numbers them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/index_spec.h"
#include "search/word_numbers.h"

namespace traff {

struct TermUse {
  std::uint32_t term = 0;
  std::uint32_t count = 0;
};

// Where a token stood; the metadata of a term.
struct Occurrence {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t start = none;  // none for an element of a list
  std::uint32_t length = 0;
  std::uint32_t index = 0;
};

struct IndexedField {
  std::uint32_t length = 0;    // tokens that became terms
  std::uint32_t uses_end = 0;  // in IndexedDocument::uses
};

struct IndexedDocument {
  std::string ref;
  double boost = 1;
  std::vector<IndexedField> fields;
  std::vector<TermUse> uses;            // field by field, in the order the terms first appear
  std::vector<Occurrence> occurrences;  // use by use; empty unless the spec asks for metadata
};

struct LunrIndex {
  std::vector<IndexField> fields;
  std::vector<Language> languages;
  std::vector<MetadataKey> metadata;
  double k1 = 0;
  double b = 0;
  std::vector<IndexedDocument> documents;
  WordNumbers terms;
  std::vector<std::uint32_t> field_count;  // by term: in how many fields of documents it stands
  std::vector<double> average_length;      // by field
};

}  // namespace traff
