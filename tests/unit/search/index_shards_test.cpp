#include "search/index_shards.h"

#include <catch2/catch.hpp>

#include "search/index_builder.h"

using namespace traff;

namespace {

LunrIndex index_of(std::initializer_list<const char*> texts) {
  IndexSpec spec;
  spec.fields = {{"text", 1}};
  const std::vector<std::string> all(texts.begin(), texts.end());
  const auto read = [&](std::size_t i) {
    return std::vector{IndexDocument{std::to_string(i), 1, {FieldValue{all[i], {}, false}}}};
  };
  return build_index(spec, all.size(), read, 1);
}

}  // namespace

TEST_CASE("a shard is a whole index of a few terms, with the weights of all") {
  const LunrIndex index = index_of({"bok apa", "apa"});
  const IndexShards shards(index, 2);
  CHECK(shards.first_terms_json() == R"(["apa","bok"])");
  CHECK(shards.json(0) == R"({"version":"2.3.9","fields":["text"],"fieldVectors":[["text/0",[1,0.16]],["text/1",[1,0.211]]],)"
                          R"("invertedIndex":[["apa",{"_index":1,"text":{"0":{},"1":{}}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
  CHECK(shards.json(1) == R"({"version":"2.3.9","fields":["text"],"fieldVectors":[["text/0",[0,0.61]]],)"
                          R"("invertedIndex":[["bok",{"_index":0,"text":{"0":{}}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

TEST_CASE("shards beyond the terms are empty and not named") {
  const LunrIndex index = index_of({"bok"});
  const IndexShards shards(index, 3);
  CHECK(shards.first_terms_json() == R"(["bok"])");
  CHECK(shards.json(2).find(R"("fieldVectors":[],"invertedIndex":[])") != std::string::npos);
  const LunrIndex nothing = index_of({});
  CHECK(IndexShards(nothing, 1).first_terms_json() == "[]");
}

TEST_CASE("the vocabulary says how much a term shares with the one before") {
  const LunrIndex index = index_of({"a😀b a😁b samtal samtala samband –"});
  CHECK(IndexShards(index, 1).vocabulary() == "0\n0a😀b\n1😁b\n0samband\n3tal\n");
}
