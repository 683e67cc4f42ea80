#include "git/pack_bytes.h"

#include <catch2/catch.hpp>

#include <string>

using namespace traff;

namespace {

// The result, or "damaged".
std::string applied(const std::string& base, const std::string& delta) {
  const auto sizes = read_delta_sizes(delta);
  if (!sizes || sizes->result > 1'000'000) return "damaged";
  std::string result(sizes->result, '?');
  return apply_delta(base, delta, result.data()) ? result : "damaged";
}

std::string bytes(std::initializer_list<int> numbers) {
  std::string text;
  for (const int number : numbers) text += static_cast<char>(number);
  return text;
}

}  // namespace

TEST_CASE("a delta copies from its base and adds of its own") {
  CHECK(applied("Hej du", bytes({6, 4, 0x90, 4})) == "Hej ");
  CHECK(applied("Hej du", bytes({6, 4, 0x91, 2, 2, 2}) + "xy") == "j xy");
  CHECK(applied("Hej du", bytes({6, 0})) == "");
}

TEST_CASE("a delta that reaches outside its base, its result or itself is damaged") {
  for (const std::string& delta :
       {std::string(), bytes({6}), bytes({0x86}), bytes({5, 4, 0x90, 4}),  // no sizes, or of another base
        bytes({6, 4, 0x91, 3, 4}), bytes({6, 4, 0x91, 7, 4}), bytes({6, 4, 0x98, 1, 4}),  // outside the base
        bytes({6, 3, 0x90, 4}), bytes({6, 5, 0x90, 4}), bytes({6, 1, 2}) + "xy",  // more or less than the result
        bytes({6, 4, 0x91}), bytes({6, 4, 0xFF, 1, 2}), bytes({6, 4, 4}) + "x",
        bytes({6, 4, 0}),  // cut off, no command
        bytes({0x86, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80})}) {
    CHECK(applied("Hej du", delta) == "damaged");
  }
}
