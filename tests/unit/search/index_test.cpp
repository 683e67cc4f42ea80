#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "search/index_builder.h"
#include "search/index_input.h"
#include "search/lunr_json.h"

using namespace traff;

namespace {

std::string index_of(std::string_view input, unsigned jobs = 1) {
  const IndexInput documents("input.json", input);
  const LunrIndex index = build_index(
      documents.spec(), documents.document_count(),
      [&](std::size_t i, FieldTerms& terms) { return std::vector{terms.read(documents.document(i))}; }, jobs);
  std::string json;
  write_lunr_json(index, jobs, [&](std::string_view piece) { json += piece; });
  return json;
}

// The code and what it points at.
std::string refusal_of(std::string_view input) {
  try {
    IndexInput("input.json", input);
  } catch (const Failure& failure) {
    return failure.code.name() + " " + failure.args.at(1).sv;
  }
  return "";
}

}  // namespace

TEST_CASE("an index is what lunr.js writes of the same documents") {
  CHECK(
      index_of(R"({"spec": {"fields": [{"name": "titel", "boost": 3}, "text"], "metadata": ["position"]}, "documents": [
          {"id": "b", "titel": "Träffen", "text": "Vi ses – på träffen i Kalmar."},
          {"id": "10", "titel": ["En Lista", "av"], "text": null}]})") ==
      R"({"version":"2.3.9","fields":["titel","text"],"fieldVectors":[["titel/b",[0,0.547]],["text/b",[0,0.129,1,0.492,2,0.492,3,0.492]],)"
      R"(["titel/10",[4,2.079]],["text/10",[]]],"invertedIndex":[["",{"_index":2,"titel":{},"text":{"b":{"position":[[7,1]]}}}],)"
      R"(["en list",{"_index":4,"titel":{"10":{"position":[null]}},"text":{}}],["kalm",{"_index":3,"titel":{},"text":{"b":{"position":[[22,7]]}}}],)"
      R"(["ses",{"_index":1,"titel":{},"text":{"b":{"position":[[3,3]]}}}],["träff",{"_index":0,"titel":{"b":{"position":[[0,7]]}},)"
      R"("text":{"b":{"position":[[12,7]]}}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

TEST_CASE("an index of nothing is an index") {
  CHECK(
      index_of(R"({"spec": {"fields": ["text"]}, "documents": []})") ==
      R"({"version":"2.3.9","fields":["text"],"fieldVectors":[],"invertedIndex":[],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

TEST_CASE("any number of threads makes the same index") {
  std::string input = R"({"spec": {"fields": ["text"], "languages": ["en"]}, "documents": [)";
  for (int i = 0; i < 300; ++i) {
    input += (i > 0 ? "," : "") + std::string("{\"id\":") + std::to_string(i) + ",\"text\":\"w" +
             std::to_string(i * 7 % 31) + " x" + std::to_string(i % 13) + "\"}";
  }
  CHECK(index_of(input + "]}", 1) == index_of(input + "]}", 5));
}

TEST_CASE("what is no input is refused, and the message says what it was") {
  CHECK(refusal_of("{").starts_with("W60 "));
  CHECK(refusal_of("[]") == "W61 spec");
  CHECK(refusal_of(R"({"spec": {"fields": ["a"]}})") == "W61 documents");
  CHECK(refusal_of(R"({"spec": {"fields": ["a/b"]}, "documents": []})") == "W61 spec.fields");
  CHECK(refusal_of(R"({"spec": {"fields": ["constructor"]}, "documents": []})") == "W61 spec.fields");
  CHECK(refusal_of(R"({"spec": {"fields": ["a"], "languages": ["de"]}, "documents": []})") == "W61 spec.languages");
  CHECK(refusal_of(R"({"spec": {"fields": ["a"], "separator": "("}, "documents": []})") == "W61 spec.separator");
  CHECK(refusal_of(R"({"spec": {"fields": ["a"], "colour": 1}, "documents": []})") == "W61 spec.colour");
  CHECK(refusal_of(R"({"spec": {"fields": ["a"]}, "documents": [{"id": 1}, {"id": "1"}]})") == "W62 1");
}
