#include "course/date_checks.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

// "2: 6 december" for each statement of a text in the year 2019/2020.
std::vector<std::string> said(std::string_view text) {
  std::vector<std::string> found;
  for (const DateStatement& one : find_date_statements(text, parse_term("2019/2020"))) {
    found.push_back(one.meeting + ": " + std::string(one.sentence.substr(one.date.offset, one.date.length)));
  }
  return found;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence that names one träff and one day says when the träff is") {
  CHECK(said("Träff 2 är torsdag 6 december i Växjö.") == Said{"2: torsdag 6 december"});
  CHECK(said("Vi ses 10 oktober. Träff 2 är 6 december. Välkommen!") == Said{"2: 6 december"});
  CHECK(said("Träff 1: 10 oktober. Träff 2: 6 december.") == Said{"1: 10 oktober", "2: 6 december"});
  CHECK(said("Meeting 2 is on 6 December.") == Said{"2: 6 December"});
}

TEST_CASE("a sentence about a deadline, about two träffar or two days says nothing of one") {
  for (const char* text :
       {"Anmäl dig till Träff 2 senast 20 november.", "Inför Träff 2, den 1 december, läser du kapitlet.",
        "Lämna bilderna till Träff 2 den 5 december.", "Mellan Träff 1 och Träff 2, 10 oktober, läser du.",
        "Träff 2 är 5 december eller 6 december.", "Svara på enkäten om Träff 1 den 12 oktober.", "Träff 2 är snart.",
        ""}) {
    CAPTURE(text);
    CHECK(said(text).empty());
  }
}

TEST_CASE("words that only begin like a deadline are no deadline") {
  CHECK(said("Träff 2 är på eftermiddagen den 6 december.").size() == 1);
}

TEST_CASE("a row of a table is one statement, whatever stops it has in it") {
  const auto row = read_date_statement("10 oktober\nKl. 9. Kalmar. Buss\nTräff 1", parse_term("2019/2020"));
  REQUIRE(row.has_value());
  CHECK(row->meeting == "1");
}
