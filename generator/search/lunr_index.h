// An index before it is written: which terms each field of each document has, numbered as lunr.js numbers them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_spec.h"

namespace traff {

// Words numbered 0, 1, 2 … in the order they are first met. A hash table with open addressing over one long text:
// millions of look-ups are most of what building an index costs.

class WordNumbers {
 public:
  WordNumbers();

  struct Found {
    std::uint32_t number = 0;
    bool is_new = false;
  };
  Found number_of(std::u16string_view word);

  // Valid until the next new word.
  std::u16string_view word(std::uint32_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };
  void grow();

  std::u16string text_;            // the words one after the other
  std::vector<std::size_t> ends_;  // of each word in the text
  std::vector<Slot> slots_;        // a power of two, half of them empty at least
};

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

// The order in which JavaScript lists the keys of an object.

// Whether a key is listed before all others: "0", "10", up to 4294967294, without a leading zero.
bool is_array_index(const std::string& key);

// Positions in `keys`: those that look like array indices by value, then the rest as they are given.
std::vector<std::uint32_t> key_order(const std::vector<std::string>& keys);

}  // namespace traff
