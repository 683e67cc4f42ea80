#include "base/messages/codes.h"
#include "preview/editions.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace traff;
using nlohmann::json;

namespace {

Diagnostic diagnostic(const Message& message, const std::string& path, std::string line = {}) {
  return {message, {path, 3, 1, 1}, std::move(line)};
}

Edition edition_of(std::vector<Diagnostic> diagnostics) {
  BuildReport report;
  report.diagnostics = std::move(diagnostics);
  report.addresses = {{"a.md", "a.html"}, {"b/index.md", "b/index.html"}};
  report.shown_prefix = "content/";
  return Editions(std::nullopt).publish(std::move(report));
}

const Message error = code::W1("a", "b");  // any with that severity will do

}  // namespace

TEST_CASE("a page's own mistakes stand apart from the others, with the address of their pages") {
  const Edition edition =
      edition_of({diagnostic(error, "a.md"), diagnostic(error, "b/index.md"), diagnostic(error, "bild.png")});
  const json all = json::parse(diagnostics_json(edition, "a.html"));
  REQUIRE(all["page"].size() == 1);
  CHECK(all["page"][0]["path"] == "content/a.md");
  CHECK(all["page"][0]["line"] == 3);
  CHECK(all["page"][0]["word"] == "Fel");
  CHECK(all["page"][0]["address"] == "a.html");
  REQUIRE(all["others"].size() == 2);
  CHECK(all["others"][0]["address"] == "b/index.html");
  CHECK(all["others"][1]["address"] == "");
  CHECK(all["counts"]["page"]["error"] == 1);
  CHECK(all["counts"]["site"]["error"] == 3);
  CHECK(all["failure"].is_null());
}

TEST_CASE("without a page all mistakes are told, with one the first 200 others") {
  const Edition edition = edition_of(std::vector<Diagnostic>(250, diagnostic(error, "b/index.md")));
  CHECK(json::parse(diagnostics_json(edition, std::nullopt))["others"].size() == 250);
  const json all = json::parse(diagnostics_json(edition, "a.html"));
  CHECK(all["others"].size() == 200);
  CHECK(all["left_out"] == 50);
}

TEST_CASE("lines that are long or not UTF-8 can be told too") {
  const Edition edition =
      edition_of({diagnostic(error, "a.md", std::string(200000, 'x')), diagnostic(error, "a.md", "a\xff")});
  const json all = json::parse(diagnostics_json(edition, "a.html"));
  CHECK(all["page"][0]["text"].get<std::string>().size() < 400);
  CHECK(all["page"][1]["text"] == "a\xEF\xBF\xBD");
}
