// How an index is to be built: what lunr.js is told by its builder's calls.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "search/analysis.h"

namespace traff {

struct IndexField {
  std::string name;  // no '/'
  double boost = 1;
};

// What the index tells of each place a term stands in.
enum class TokenMetadata : std::uint8_t {
  position,  // start and length in UTF-16 units of the lower-case text
  index,     // the token's number in its field, stop words counted
  fields,    // the field's name, in a list
  unknown,   // a key nothing is known of: null
};

struct MetadataKey {
  TokenMetadata kind = TokenMetadata::unknown;
  std::string name;
};

struct IndexSpec {
  std::vector<IndexField> fields;  // in key_order
  std::vector<Language> languages{Language::sv};
  std::vector<MetadataKey> metadata;
  UnitSet separators = standard_separators();
  double k1 = 1.2;
  double b = 0.75;  // 0 … 1
};

// The value of one field of one document.
struct FieldValue {
  std::string text;                // split into tokens; "" when the field is missing
  std::vector<std::string> items;  // of a list, each one token
  bool is_list = false;
};

struct IndexDocument {
  std::string ref;
  double boost = 1;
  std::vector<FieldValue> values;  // one per field of the spec
};

}  // namespace traff
