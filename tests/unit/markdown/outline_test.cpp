#include "markdown/html/blocks.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string placed(std::uint8_t title_level, std::vector<int> written) {
  Outline outline(title_level);
  std::string levels;
  for (const int level : written) {
    const Outline::Placed place = outline.place(static_cast<std::uint8_t>(level));
    levels += std::to_string(place.level) + (place.jumps ? "!" : "") + " ";
  }
  return levels;
}

}  // namespace

TEST_CASE("levels go on from 2 without gaps") {
  CHECK(placed(1, {2, 3, 2}) == "2 3 2 ");
  CHECK(placed(1, {3, 4}) == "2! 3 ");
  CHECK(placed(1, {2, 5, 3, 6}) == "2 3! 3 4! ");
  CHECK(placed(0, {1, 2, 1}) == "2 3 2 ");
  CHECK(placed(0, {3, 2, 1}) == "2 2 2 ");
  CHECK(placed(1, {1, 2, 3}) == "2 3 4 ");
  CHECK(placed(0, {1, 2, 3, 4, 5, 6}) == "2 3 4 5 6 6 ");
}

TEST_CASE("ids are slugs, each once") {
  Outline outline(0);
  CHECK(outline.make_id("Nuläge & mål") == "nulage-mal");
  CHECK(outline.make_id("a") == "a");
  CHECK(outline.make_id("a") == "a-2");
  CHECK(outline.make_id("a 3") == "a-3");
  CHECK(outline.make_id("a") == "a-4");
  CHECK(outline.make_id("a 2") == "a-2-2");
  CHECK(outline.make_id("") == "rubrik");
  CHECK(outline.make_id("!") == "rubrik-2");
}
