#include "output/manifest.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

Manifest small_manifest() {
  const Ingredient theme{"theme", content_id("theme")};
  Manifest manifest;
  manifest.generator = content_id("generator");
  manifest.outputs["a/b.html"] = {{{"text", content_id("b")}, theme}, content_id("bytes of b")};
  manifest.outputs["index.html"] = {{{"text", content_id("i")}, theme}, content_id("bytes of i")};
  manifest.outputs["empty \"quoted\" \\ å.txt"] = {{}, content_id("")};
  return manifest;
}

bool same(const Manifest& a, const Manifest& b) {
  const auto equal = [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.bytes == y.second.bytes && x.second.ingredients == y.second.ingredients;
  };
  return a.generator == b.generator &&
         std::equal(a.outputs.begin(), a.outputs.end(), b.outputs.begin(), b.outputs.end(), equal);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Output output_of(const std::string& path, const std::vector<Ingredient>& ingredients) {
  return {path, [ingredients] { return Recipe{ingredients, [] { return std::string(); }}; }};
}

}  // namespace

TEST_CASE("a manifest survives its JSON") {
  const Manifest manifest = small_manifest();
  const auto parsed = parse_manifest(format_manifest(manifest));
  REQUIRE(parsed);
  CHECK(same(*parsed, manifest));
  CHECK(format_manifest(*parsed) == format_manifest(manifest));
  CHECK(parse_manifest(format_manifest({}))->outputs.empty());
}

TEST_CASE("a manifest is JSON with one output a line, and tells an id that goes on once") {
  const std::string json = format_manifest(small_manifest());
  CHECK(json == R"({"format": 2,
"generator": ")" + to_hex(content_id("generator")) +
                    R"(",
"outputs": {
"a/b.html": ")" + to_hex(content_id("bytes of b")) +
                    " text " + to_hex(content_id("b")) + " theme " + to_hex(content_id("theme")) + R"(",
"empty \"quoted\" \\ å.txt": ")" +
                    to_hex(content_id("")) + R"(",
"index.html": ")" + to_hex(content_id("bytes of i")) +
                    " text " + to_hex(content_id("i")) + R"( theme ="
}}
)");
  CHECK(nlohmann::json::parse(json)["outputs"].size() == 3);
}

TEST_CASE("what is not a manifest of this version is no manifest") {
  const std::string json = format_manifest(small_manifest());
  CHECK_FALSE(parse_manifest(""));
  CHECK_FALSE(parse_manifest("[]"));
  CHECK_FALSE(parse_manifest("{}"));
  CHECK_FALSE(parse_manifest(json + "x"));
  CHECK_FALSE(parse_manifest(with(json, "\"format\": 2", "\"format\": 1")));
  CHECK_FALSE(parse_manifest(with(json, "\"format\": 2", "\"format\": 3")));
  CHECK_FALSE(parse_manifest(with(json, "\"format\": 2", "\"format\": \"2\"")));
  CHECK_FALSE(parse_manifest(with(json, "\"outputs\"", "\"outpust\"")));
  CHECK_FALSE(parse_manifest(with(json, " theme =", " theme")));
  CHECK_FALSE(parse_manifest(with(json, " theme =", " theme 0")));
  CHECK_FALSE(parse_manifest(with(json, " theme =", " other =")));
  CHECK_FALSE(parse_manifest(with(json, "\"index.html", "index.html")));
  CHECK_FALSE(parse_manifest(with(json, "å.txt\"", "å.txt")));
  CHECK_FALSE(parse_manifest(with(json, "\\\\ å", "\\ å")));
  CHECK_FALSE(parse_manifest(with(json, ",\n\"index", "\n\"index")));
  CHECK_FALSE(parse_manifest(with(json, "index.html", "a/b.html")));
  CHECK_FALSE(parse_manifest(with(json, to_hex(content_id("b")), "abc")));
  CHECK_FALSE(parse_manifest(std::string(100'000, '[')));
}

TEST_CASE("of a manifest as it was written before, the paths and their bytes are known") {
  const auto old = [](const std::string& path) {
    return R"({"format": 1,
"generator": ")" +
           to_hex(content_id("program")) + R"(",
"shared": [
["theme",")" +
           to_hex(content_id("theme")) + R"("]
],
"outputs": {
")" + path +
           R"(": [")" + to_hex(content_id("bytes of a")) + R"(","text",")" + to_hex(content_id("a")) + R"(",0]
}}
)";
  };
  const auto read = parse_manifest(old("a.html"));
  REQUIRE(read);
  CHECK(read->outputs.size() == 1);
  CHECK(read->outputs.at("a.html").bytes == content_id("bytes of a"));
  CHECK(read->outputs.at("a.html").ingredients.empty());
  CHECK(read->generator == ContentId{});
  CHECK_FALSE(parse_manifest(old("../a.html")));
  CHECK_FALSE(parse_manifest(with(old("a.html"), to_hex(content_id("bytes of a")), "abc")));
  CHECK_FALSE(parse_manifest(with(old("a.html"), "\"outputs\"", "\"outpust\"")));
}

TEST_CASE("a manifest that names a path outside the site is no manifest") {
  const std::string json = format_manifest(small_manifest());
  for (const char* path :
       {"../x", "/etc/passwd", "a/../../x", "a//b", "", ".", "a/.", ".traff-manifest.json", "a\\u0000b"}) {
    CHECK_FALSE(parse_manifest(with(json, "index.html", path)));
  }
}

TEST_CASE("a manifest cut short anywhere is no manifest") {
  const std::string json = format_manifest(small_manifest());
  std::size_t accepted = 0;
  for (std::size_t size = 0; size + 1 < json.size(); ++size)
    accepted += parse_manifest(json.substr(0, size)).has_value();
  CHECK(accepted == 0);
}

TEST_CASE("the same plan changes nothing") {
  const Manifest manifest = small_manifest();
  std::vector<Output> plan;
  for (const auto& [path, entry] : manifest.outputs) plan.push_back(output_of(path, entry.ingredients));
  CHECK(compare_with_plan(manifest, manifest.generator, plan).empty());
}

TEST_CASE("each change is told with its kind, its path and the names of what differs") {
  const Manifest manifest = small_manifest();
  const Ingredient theme{"theme", content_id("theme")};
  const std::vector<Output> plan = {
      output_of("new.html", {theme}),
      output_of("index.html", {{"text", content_id("other")}, theme, {"view", content_id("v")}}),
      output_of("a/b.html", {{"text", content_id("b")}, theme}),
  };
  const auto changes = compare_with_plan(manifest, manifest.generator, plan);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].path == "empty \"quoted\" \\ å.txt");
  CHECK(changes[0].kind == Change::Kind::removed);
  CHECK(changes[1].path == "index.html");
  CHECK(changes[1].kind == Change::Kind::ingredient);
  CHECK(changes[1].ingredients == std::vector<std::string>{"text", "view"});
  CHECK(changes[2].path == "new.html");
  CHECK(changes[2].kind == Change::Kind::added);
}

TEST_CASE("another generator changes every output that stays") {
  const Manifest manifest = small_manifest();
  const std::vector<Output> plan = {output_of("a/b.html", {}), output_of("new.html", {})};
  const auto changes = compare_with_plan(manifest, content_id("newer"), plan);
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].kind == Change::Kind::generator);
  CHECK(changes[3].kind == Change::Kind::added);
}
