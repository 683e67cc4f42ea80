// JSON that is not, and JSON so deep that no document needs it.
#include "base/read_json.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace traff;

namespace {

JsonFlaw flaw_in(std::string_view text) {
  nlohmann::json value;
  return read_json(text, value).value_or(JsonFlaw{});
}

// "line:column", "" when there is nothing wrong.
std::string flaw_of(std::string_view text) {
  const JsonFlaw flaw = flaw_in(text);
  return flaw.line == 0 ? std::string() : std::to_string(flaw.line) + ":" + std::to_string(flaw.column);
}

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

}  // namespace

TEST_CASE("JSON is read as it stands") {
  nlohmann::json value;
  CHECK_FALSE(read_json(R"({"a": [1, "två\n"]})", value).has_value());
  CHECK(value.dump() == R"({"a":[1,"två\n"]})");
  CHECK(flaw_of("[]").empty());
}

TEST_CASE("what is wrong with JSON is told with line and column, counted in characters") {
  CHECK(flaw_of("") == "1:1");
  CHECK(flaw_of("{\n \"å\": }") == "2:7");
  CHECK(flaw_of("[1, 2") == "1:6");
  CHECK(flaw_of("[\n1e999]") == "2:5");
  CHECK(flaw_of("{} {}") == "1:4");
  CHECK(flaw_of("[\"\xff\"]") == "1:3");
  CHECK(flaw_in("[1e999]").what.sv == "talet är för stort");
  CHECK(flaw_in("[1 2]").what.en == "something else was expected here");
}

TEST_CASE("JSON of any depth is read or refused, with the place where it becomes too deep") {
  CHECK(flaw_of(nested(deepest_json)).empty());
  CHECK(flaw_of(nested(deepest_json + 1)) == "1:" + std::to_string(deepest_json + 1));
  CHECK(flaw_of("{\"a\":\n" + nested(1'000'000) + "}") == "2:" + std::to_string(deepest_json));
  CHECK(flaw_of(std::string(1'000'000, '[')) == "1:" + std::to_string(deepest_json + 1));
  CHECK(flaw_in(nested(100'000)).what.sv == "här är det fler än 500 nivåer av listor i varandra");
  CHECK(flaw_of("[\"" + nested(100'000) + "\", \"\\\"" + nested(100'000) + "\"]").empty());
}
