// What a calendar knows an event by (UID): one of its own for every event there is, and the same as long as it is the
// same event.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

// Of each event in the calendar of the whole site, in its order.
std::vector<std::string> names_in(const TestSite& site) {
  std::vector<std::string> names;
  const std::string calendar = replace_all(site.output("kalender.ics"), "\r\n ", "");
  for (const std::string_view line : split_lines(calendar)) {
    if (line.starts_with("UID:")) names.emplace_back(line.substr(4));
  }
  return names;
}

const std::string meeting = "# Träff 1: Uppdrag\nDatum: 10 oktober 2019\n\nVi ses och talar om uppdraget.\n";

}  // namespace

TEST_CASE("two sites have no event of the same name, nor has a site in two years") {
  const auto name = [](const std::string& index, const std::string& date) {
    TestSite site;
    site.write("index.md", index).write("traffar/1-uppdrag.md", "# Träff 1\nDatum: " + date + "\n\nVi ses.\n").build();
    return names_in(site).front();
  };
  CHECK(name("---\ntitel: N\nadress: https://kalmar.example.org\nläsår: 2019/2020\n---\n", "10 oktober") ==
        "400a0dcf01bbb6a3@2019-2020.kalmar-example-org.traff");
  CHECK(name("---\ntitel: N\nadress: https://vaxjo.example.org/n/\nläsår: 2019/2020\n---\n", "10 oktober") ==
        "400a0dcf01bbb6a3@2019-2020.vaxjo-example-org-n.traff");
  CHECK(name("# Vårt nätverk\n\nText.\n", "10 oktober 2019") == "400a0dcf01bbb6a3@2019-2020.vart-natverk.traff");
  CHECK(name("# Vårt nätverk\n\nText.\n", "10 maj 2020") == "400a0dcf01bbb6a3@2019-2020.vart-natverk.traff");
  CHECK(name("# Vårt nätverk\n\nText.\n", "10 oktober 2020") == "400a0dcf01bbb6a3@2020-2021.vart-natverk.traff");
}

TEST_CASE("a file that gets another name keeps its event's, and one that takes its old name gets one of its own") {
  TestSite site;
  site.write("index.md", "# N\n\nText.\n").write("traffar/1-uppdrag.md", meeting).commit().build();
  const std::string name = names_in(site).front();
  site.rename("traffar/1-uppdrag.md", "traffar/1-var-uppgift.md").commit().build();
  CHECK(names_in(site) == std::vector<std::string>{name});
  site.rename("traffar/1-var-uppgift.md", "traffar/2-uppgiften.md").commit();
  site.write("traffar/1-uppdrag.md", "# Träff 1: Något annat\nDatum: 12 september 2019\n\nHelt andra ord.\n").commit();
  site.build();
  const std::vector<std::string> names = names_in(site);
  REQUIRE(names.size() == 2);
  CHECK(std::ranges::count(names, name) == 1);
  CHECK(names[0] != names[1]);
}

TEST_CASE("two files that began under one name are two events, and the name is in neither") {
  TestSite site;
  site.write("index.md", "# N\n\nText.\n").write("traffar/1-hemligt.md", meeting).commit();
  site.rename("traffar/1-hemligt.md", "traffar/1-a.md").commit();
  site.write("traffar/1-hemligt.md", "# Träff 2: Annat\nDatum: 12 september 2019\n\nHelt andra ord.\n").commit();
  site.rename("traffar/1-hemligt.md", "traffar/2-b.md").commit().build();
  const std::vector<std::string> names = names_in(site);
  REQUIRE(names.size() == 2);
  CHECK(names[0] != names[1]);
  CHECK(site.output("kalender.ics").find("hemligt") == std::string::npos);
}

TEST_CASE("a fresh walk through the history gives the same names as one that goes on from the last") {
  TestSite site;
  site.write("index.md", "# N\n\nText.\n").write("traffar/1-a.md", meeting).commit().build();
  site.rename("traffar/1-a.md", "traffar/1-b.md").commit().build();
  site.rename("traffar/1-b.md", "traffar/1-c.md").commit().build();
  const std::vector<std::string> names = names_in(site);
  CHECK(names.front().starts_with("e0e5d9ff3fffcbd2@"));
  CHECK(differences(site.files(), built_from_scratch(site.options())).empty());
}
