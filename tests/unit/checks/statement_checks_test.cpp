// A3 to A5: what a site has against its accessibility statement.
#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string statement(const std::string& conformity, const std::string& assessed) {
  return "---\ntitel: Tillgänglighet\naktör: U\nförenlighet: " + conformity + "\nbedömd: " + assessed +
         "\nmetod: prov\nkontakt: a@example.org\n---\n\n## Brister\n\nFilmen saknar text.\n";
}

Paths codes_on(std::chrono::year_month_day today, const std::string& assessed) {
  TestSite site;
  site.options().today = today;
  return site.write("om/tillganglighet.md", statement("delvis förenlig", assessed)).build().codes();
}

const std::string with_address = "---\ntitel: Platsen\nadress: https://example.org/\n---\n\nHej.\n";

}  // namespace

TEST_CASE("an assessment of more than twelve months ago is told when the day is known (A3)", "[statement]") {
  using namespace std::chrono;
  CHECK(codes_on(2026y / 3 / 10, "10 mars 2025").empty());
  CHECK(codes_on(2026y / 3 / 11, "10 mars 2025") == Paths{"A3"});
  CHECK(codes_on(2025y / 3 / 1, "29 februari 2024") == Paths{"A3"});
  CHECK(codes_on(2025y / 2 / 28, "29 februari 2024").empty());
  TestSite site;
  CHECK(site.write("om/tillganglighet.md", statement("delvis förenlig", "10 mars 2015")).build().codes().empty());
}

TEST_CASE("full conformity beside an error is told, partial is not (A4)", "[statement]") {
  TestSite site;
  site.write("sida.md", "# Sida\n\nSe [planen](plan.md).\n");
  CHECK(site.write("om/tillganglighet.md", statement("helt förenlig", "10 mars 2025")).build().codes() ==
        Paths{"A4", "L1"});
  CHECK(site.diagnostics().find("förenlighet: helt förenlig\n               ^^^^^^^^^^^^^") != std::string::npos);
  CHECK(site.diagnostics().find("men Träff hittade 1 fel.") != std::string::npos);
  CHECK(site.write("om/tillganglighet.md", statement("delvis förenlig", "10 mars 2025")).build().codes() ==
        Paths{"L1"});
}

TEST_CASE("an address and no statement is a warning, which a page of that name answers (A5)", "[statement]") {
  TestSite site;
  CHECK(site.write("index.md", with_address).build().codes() == Paths{"A5"});
  CHECK(site.write("tillganglighet.md", "# Tillgänglighet\n\nText.\n").build().codes().empty());
  site.remove("tillganglighet.md");
  CHECK(site.write("om/redogorelse.md", statement("helt förenlig", "10 mars 2025")).build().codes().empty());
}

TEST_CASE("a site without an address, or in English, need have no statement", "[statement]") {
  TestSite site;
  CHECK(site.write("index.md", "# Platsen\n\nHej.\n").build().codes().empty());
  CHECK(site.write("index.md", "---\ntitle: Site\nlang: en\naddress: https://example.org/\n---\n\nHello.\n")
            .build()
            .codes()
            .empty());
}
