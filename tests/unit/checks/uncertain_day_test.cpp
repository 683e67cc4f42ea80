// F8 and F26: what is still uncertain when the day comes near.
#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

Paths codes_on(int month, int day, const std::string& keys) {
  TestSite site;
  site.options().today = std::chrono::year(2022) / month / day;
  return site.write("traffar/1.md", "---\n" + keys + "\n---\n\n# Träff 1: Start\n\nText.\n").build().codes();
}

const std::string tentative = "datum: fredag 19 augusti 2022\nstatus: preliminär";
const std::string with_reserve = "datum: fredag 19 augusti 2022\nreservdatum: 16/8 2022, 26/8 2022";

}  // namespace

TEST_CASE("a träff within two weeks should not be tentative (F8)", "[checks]") {
  CHECK(codes_on(8, 7, tentative) == Paths{"F8"});
  CHECK(codes_on(8, 5, tentative) == Paths{"F8"});
  CHECK(codes_on(8, 19, tentative) == Paths{"F8"});
  CHECK(codes_on(8, 4, tentative).empty());
  CHECK(codes_on(8, 20, tentative).empty());
  CHECK(codes_on(8, 10, "datum: fredag 19 augusti 2022").empty());
  CHECK(codes_on(8, 10, "datum: fredag 19 augusti 2022\nreservdatum: 26/8 2022\nstatus: bekräftad").empty());
}

TEST_CASE("how near it is stands in words (F8)", "[checks]") {
  TestSite site;
  site.options().today = std::chrono::year(2022) / 8 / 18;
  site.write("traffar/1.md", "---\n" + tentative + "\n---\n\n# Träff 1: Start\n\nText.\n").build();
  CHECK(site.diagnostics().find("Träffen är i morgon men fortfarande preliminär.") != std::string::npos);
}

TEST_CASE("a reserve date that has passed is told while the träff is to come (F26)", "[checks]") {
  const std::string early = "datum: fredag 23 september 2022\nreservdatum: 16/8 2022";
  CHECK(codes_on(8, 17, early) == Paths{"F26"});
  CHECK(codes_on(8, 16, early).empty());
  CHECK(codes_on(9, 20, early) == Paths{"F8"});
  CHECK(codes_on(9, 24, early).empty());
  CHECK(codes_on(8, 18, with_reserve) == Paths{"F8"});
}

TEST_CASE("a row of a date table is looked at like a träff (F8)", "[checks]") {
  TestSite site;
  site.options().today = std::chrono::year(2022) / 8 / 10;
  site.write(
          {{"index.md", "# N\n\nLäsår: 2022/2023\n\nText.\n"},
           {"datum.md", "# Datum\n\n## HT 2022\n\n| Datum | Vad |\n| --- | --- |\n| fre 19/8 (alt. 26/8) | Start |\n"}})
      .build();
  CHECK(site.codes() == Paths{"F8"});
}

TEST_CASE("a build that is not told the day says nothing of it", "[checks]") {
  TestSite site;
  CHECK(site.write("traffar/1.md", "---\n" + with_reserve + "\n---\n\n# Träff 1: Start\n\nText.\n")
            .build()
            .codes()
            .empty());
}
