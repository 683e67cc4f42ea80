#include "base/content_id.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a content id is what git hash-object prints") {
  CHECK(to_hex(content_id("")) == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  CHECK(to_hex(content_id("Träff 3\n")) == "e7b2972b8196765f7f8de9d5fc0f348a49a5491d");
}

TEST_CASE("a content id survives its hexadecimal form") {
  const ContentId id = content_id("abc");
  CHECK(content_id_from_hex(to_hex(id)) == id);
  CHECK(content_id_from_hex("ABC") == std::nullopt);
}
