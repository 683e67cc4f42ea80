#include "search/packed_terms.h"

#include <catch2/catch.hpp>

#include "search/field_terms.h"

using namespace traff;

namespace {

IndexSpec title_and_text() {
  IndexSpec spec;
  spec.fields = {{"titel", 3}, {"text", 1}};
  return spec;
}

IndexDocument document(std::string title, std::string text) {
  return {"", 1, {FieldValue{std::move(title), {}, false}, FieldValue{std::move(text), {}, false}}};
}

// "word*count" of each use, the fields parted by '|' and followed by their length.
std::string shown(const IndexedDocument& document, const WordNumbers& terms) {
  std::string all;
  std::size_t use = 0;
  for (const IndexedField& field : document.fields) {
    for (; use < field.uses_end; ++use) {
      const std::u16string word(terms.word(document.uses[use].term));
      all += std::string(word.begin(), word.end()) + "*" + std::to_string(document.uses[use].count) + " ";
    }
    all += std::to_string(field.length) + "|";
  }
  return all;
}

}  // namespace

TEST_CASE("packed terms come back as the same words in another's numbers") {
  const IndexSpec spec = title_and_text();
  FieldTerms first(spec), second(spec);
  const std::vector<IndexedDocument> documents{first.read(document("bok", "apa bok apa")), first.read(document("", "")),
                                               first.read(document("", "hund bok"))};
  second.read(document("cykel", "hund"));
  const auto back = unpack_terms(pack_terms(documents, first.terms()), second.terms());
  REQUIRE(back);
  REQUIRE(back->size() == 3);
  CHECK(shown((*back)[0], second.terms()) == "bok*1 1|apa*2 bok*1 3|");
  CHECK(shown((*back)[1], second.terms()) == "0|0|");
  CHECK(shown((*back)[2], second.terms()) == "0|hund*1 bok*1 2|");
}

TEST_CASE("packed terms that were cut or changed are nothing or whole documents, never a crash") {
  const IndexSpec spec = title_and_text();
  FieldTerms terms(spec);
  const std::string bytes = pack_terms({terms.read(document("bok", "apa bok apa"))}, terms.terms());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(unpack_terms(bytes.substr(0, size), terms.terms()));
  CHECK_FALSE(unpack_terms(bytes + "x", terms.terms()));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char byte : {'\x00', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[at] = byte;
      const auto documents = unpack_terms(changed, terms.terms());
      if (!documents) continue;
      for (const IndexedDocument& one : *documents) {
        for (const TermUse& use : one.uses) CHECK(use.term < terms.terms().size());
      }
    }
  }
}
