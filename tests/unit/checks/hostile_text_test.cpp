// Texts made to cost: a megabyte of what each check looks for is looked through, and told of a bounded number of times.
#include <catch2/catch.hpp>

#include "checks/page_text.h"
#include "found_codes.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string filled(std::string_view unit, std::size_t bytes) {
  std::string text = "# A\n\n";
  while (text.size() + unit.size() < bytes) text += unit;
  return text;
}

const char* const units[] = {
    "ReflektionFortsatt ",
    "ReflektionFortsatt arbete.\n\n",
    "P L A N E R I N G  ",
    "P L A N E R I N G\n\n",
    "anna.berg@example.org\n\n",
    "a.b",
    "070-123 45 67\n\n",
    "0 07 070-12 ",
    "811218-9876\n\n",
    "8112189876",
    "Anna Berg\n",
    "Anna Berg, Erik Ek är allergisk. ",
    "planerings-\ndagen ",
    "Det gäller alla i gruppen\n\nsom vill pröva.\n\n",
    "Sida 1\n\n",
    "**Rad**\n\nText.\n\n",
    "the of and to is that for with are this was be by ",
    "Följande figur visar.\n\n",
    "## STORA BOKSTÄVER\n\nText.\n\n",
    "Planerings-dagen SAMTALSK LIMAT MyMoodle My Moodle ",
    "üTa initiativ\n",
};

}  // namespace

TEST_CASE("a large text of whatever the checks look for gets a bounded number of messages", "[checks]") {
  constexpr std::size_t kinds = 20;
  for (const char* unit : units) {
    INFO(unit);
    // Lines stay within what the guard lets through.
    std::string text = filled(unit, 600'000);
    for (std::size_t at = 10'000; at < text.size(); at += 10'000) {
      const std::size_t space = text.find(' ', at);
      if (space != std::string::npos) text[space] = '\n';
    }
    CHECK(findings_of(text).size() <= most_findings + kinds);
  }
}
