#include "search/index_shards.h"

#include <catch2/catch.hpp>

#include "search/index_builder.h"

using namespace traff;

namespace {

LunrIndex index_of(std::initializer_list<const char*> texts) {
  IndexSpec spec;
  spec.fields = {{"text", 1}};
  const std::vector<std::string> all(texts.begin(), texts.end());
  const auto read = [&](std::size_t i, FieldTerms& terms) {
    return std::vector{terms.read({std::to_string(i), 1, {FieldValue{all[i], {}, false}}})};
  };
  return build_index(spec, all.size(), read, 1);
}

constexpr std::size_t small = 200, large = 1'000'000;

}  // namespace

TEST_CASE("a shard is a whole index of a few terms, with the weights of all") {
  const LunrIndex index = index_of({"bok apa", "apa"});
  const IndexShards shards(index, small);
  REQUIRE(shards.beginnings_json() == R"(["a","b"])");
  CHECK(shards.json(0) ==
        R"({"version":"2.3.9","fields":["text"],"fieldVectors":[["text/0",[0,0.16]],["text/1",[0,0.211]]],)"
        R"("invertedIndex":[["apa",{"_index":0,"text":{"0":{},"1":{}}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
  CHECK(shards.json(1) ==
        R"({"version":"2.3.9","fields":["text"],"fieldVectors":[["text/0",[0,0.61]]],)"
        R"("invertedIndex":[["bok",{"_index":0,"text":{"0":{}}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

TEST_CASE("few terms are one shard, and no terms are none") {
  CHECK(IndexShards(index_of({"bok apa"}), large).beginnings_json() == R"([""])");
  CHECK(IndexShards(index_of({}), large).beginnings_json() == "[]");
}

TEST_CASE("terms that begin alike stand together") {
  const LunrIndex index = index_of({"skola skolår skoldag", "skola skolår", "skola skolår", "bok", "bil", "bi"});
  const IndexShards shards(index, 400);
  CHECK(shards.beginnings_json() == R"(["b","skol","skolå"])");
}

TEST_CASE("another text changes the shards of its terms alone") {
  const LunrIndex before = index_of({"apa apa bok", "apa bok cykel dag"}),
                  after = index_of({"apa bok bok", "apa bok cykel dag"});
  const IndexShards old(before, small), made(after, small);
  REQUIRE(old.beginnings_json() == R"(["a","b","c","d"])");
  REQUIRE(made.beginnings_json() == old.beginnings_json());
  for (const std::size_t same : {2, 3}) {
    CHECK(made.id(same) == old.id(same));
    CHECK(made.json(same) == old.json(same));
  }
  for (const std::size_t other : {0, 1}) CHECK(made.id(other) != old.id(other));
}

TEST_CASE("the vocabulary says how much a term shares with the one before") {
  const LunrIndex index = index_of({"a😀b a😁b samtal samtala samband –"});
  CHECK(IndexShards(index, large).vocabulary() == "0\n0a😀b\n1😁b\n0samband\n3tal\n");
}
