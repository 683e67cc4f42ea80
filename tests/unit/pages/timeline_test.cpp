// The year along a line, as a built site shows it.
#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff::testing;

namespace {

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != text.npos; at += wanted.size()) ++found;
  return found;
}

std::string page_with_dates(const std::string& rows) {
  TestSite site;
  site.write("index.md", "# Nätverket\nLäsår: 2022/2023\n\nText.\n\n| Datum | Vad |\n| --- | --- |\n" + rows).build();
  return site.output("index.html");
}

constexpr std::string_view mark = "<g class=\"day";

}  // namespace

TEST_CASE("a year of three days or more has a timeline, with a mark for each") {
  CHECK(count(page_with_dates("| 19/8 | A |\n| 13/9 | B |\n| 9/1 | C |\n"), mark) == 3);
  CHECK(count(page_with_dates("| 19/8 | A |\n| 13/9 | B |\n"), mark) == 0);
}

TEST_CASE("days more than two years apart have no timeline") {
  CHECK(count(page_with_dates("| 2022-08-19 | A |\n| 2022-09-19 | B |\n| 2024-07-31 | C |\n"), mark) == 3);
  CHECK(count(page_with_dates("| 2022-08-19 | A |\n| 2022-09-19 | B |\n| 2024-08-01 | C |\n"), mark) == 0);
}

TEST_CASE("two days at once stand above each other, and a mark without number says its day") {
  const std::string page = page_with_dates("| 31/10 | Föreläsning |\n| 31/10 | Stöd |\n| 1/12 | Stöd |\n");
  CHECK(count(page, ">31</text>") == 2);
  CHECK(count(page, "<circle cy=\"46\"") == 2);
  CHECK(count(page, "<circle cy=\"17\"") == 1);
}

TEST_CASE("a cancelled day and an unsure one are marked by their line, not by colour alone") {
  TestSite site;
  site.write("index.md", "# Nätverket\nLäsår: 2022/2023\n\nText.\n");
  site.write("traffar/1.md", "# Träff 1: A\nDatum: 12 oktober\nStatus: inställd\n\nText.\n");
  site.write("traffar/2.md", "# Träff 2: B\nDatum: 17 november\nStatus: preliminär\n\nText.\n");
  site.write("traffar/3.md", "# Träff 3: C\nDatum: 18 januari\n\nText.\n");
  site.build();
  const std::string page = site.output("index.html");
  CHECK(count(page, "<g class=\"day cancelled\"><title>Träff 1: A, onsdag 12\u00a0oktober 2022, Inställd</title>") ==
        1);
  CHECK(count(page, "<g class=\"day unsure\">") == 1);
  CHECK(count(page, "style=") == 0);
}

TEST_CASE("many days cost their own size and stay within four rows") {
  std::string rows;
  for (int i = 0; i < 500; ++i)
    rows += "| " + std::to_string(i % 28 + 1) + "/" + std::to_string(i / 28 % 12 + 1) + " | A |\n";
  const std::string once = page_with_dates(rows);
  const std::string twice = page_with_dates(rows + rows);
  CHECK(count(once, mark) == 500);
  CHECK(count(twice, mark) == 1000);
  CHECK(twice.size() < 2 * once.size());
  CHECK(count(once, "<circle cy=\"104\"") > 0);
  CHECK(count(once, "<circle cy=\"-") == 0);
}
