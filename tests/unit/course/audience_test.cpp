#include "course/model/audience.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::vector<std::string> names(std::string_view words) {
  std::vector<std::string> all;
  for (const Audience& one : parse_audiences(words)) all.push_back(one.name + "/" + one.key);
  return all;
}

Occasion occasion_for(std::string audience) {
  Occasion occasion;
  occasion.audiences = parse_audiences(audience);
  occasion.audience = std::move(audience);
  return occasion;
}

using Names = std::vector<std::string>;

// Codes of a network with that list and one row for these.
Paths told(const std::string& list, const std::string& row) {
  TestSite site;
  site.write("index.md", "---\ntitel: S\nläsår: 2022/2023\nmålgrupp: " + list + "\n---\n\nText.\n");
  site.write("datum.md", "# Datum\n\n| Datum | Vad | För vem |\n| --- | --- | --- |\n| 26/9 | Stöd | " + row + " |\n");
  return site.build().codes();
}

}  // namespace

TEST_CASE("audiences are parted by commas, and everyone is none of them") {
  CHECK(names("Processledare, Skolledare") == Names{"Processledare/processledare", "Skolledare/skolledare"});
  CHECK(names("All undervisande personal; Alla") == Names{"All undervisande personal/all-undervisande-personal"});
  CHECK(names(" , –, ").empty());
  CHECK(names("Alla").empty());
}

TEST_CASE("what names no audience is for everyone") {
  CHECK(is_for(occasion_for(""), "skolledare"));
  CHECK(is_for(occasion_for("alla"), "skolledare"));
  CHECK(is_for(occasion_for("SKOLLEDARE, Lektorer"), "skolledare"));
  CHECK_FALSE(is_for(occasion_for("Processledare"), "skolledare"));
}

TEST_CASE("an audience near a word of the network's list is told, one of its own is not") {
  CHECK(told("Processledare, Skolledare", "Procesledare") == Paths{"F24"});
  CHECK(told("Processledare, Skolledare", "Processledare, Skoledare") == Paths{"F24"});
  CHECK(told("Förstelärare, Lektorer", "Lektor") == Paths{"F24"});
  CHECK(told("Processledare, Skolledare", "PROCESSLEDARE").empty());
  CHECK(told("Processledare, Skolledare", "Modulgrupperna").empty());
  CHECK(told("Processledare, Skolledare", "Alla").empty());
  CHECK(told("", "Procesledare").empty());
}

TEST_CASE("a misspelt audience is pointed out in the träff's own line") {
  TestSite site;
  site.write("index.md", "---\ntitel: S\nläsår: 2022/2023\nmålgrupp: Processledare, Skolledare\n---\n\nText.\n");
  site.write("traffar/1.md", "---\ndatum: 26/9\nmålgrupp: Skolledare, Processlärare\n---\n\n# Träff 1\n\nText.\n");
  CHECK(site.build().diagnostics() ==
        "traffar/1.md:3:23: Varning: Målgruppen ”Processlärare” finns inte i nätverkets lista. Menade du "
        "”Processledare”?  [F24]\n"
        "  målgrupp: Skolledare, Processlärare\n"
        "                        ^^^^^^^^^^^^^\n"
        "  → Skriv ”Processledare” så som i nätverkets fil. Är det en annan målgrupp lägger du till den i raden "
        "”målgrupp” där.\n");
}

TEST_CASE("a thousand audiences in a table give a bounded number of calendars") {
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += "| 26/9 | Stöd | Grupp " + std::to_string(i) + " |\n";
  TestSite site;
  site.write("index.md", "---\ntitel: S\nläsår: 2022/2023\nmålgrupp: Processledare\n---\n\nText.\n");
  site.write("datum.md", "# Datum\n\n| Datum | Vad | För vem |\n| --- | --- | --- |\n" + rows);
  const Paths outputs = site.build().outputs();
  const auto calendars =
      std::count_if(outputs.begin(), outputs.end(), [](const std::string& path) { return path.ends_with(".ics"); });
  CHECK(calendars == 1 + static_cast<std::ptrdiff_t>(most_audiences));
}
