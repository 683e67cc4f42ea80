#include "course/body/agenda.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

// The programme's slots, as "start 09:20-09:45" with the text they stand around.
std::string slots_of(std::string_view markdown) {
  ParsedDocument page = parsed(markdown);
  mark_agenda(page);
  std::string all;
  for (const Slot& slot : page.document.slots) {
    const std::string around = page.body.html.substr(slot.begin, slot.end - slot.begin);
    if (slot.kind == SlotKind::agenda_list) all += "list;";
    if (slot.kind == SlotKind::agenda_start)
      all += " " + around + "=" + slot.target + (slot.text.empty() ? "" : "-" + slot.text);
    if (slot.kind == SlotKind::agenda_end) all += "/" + around + "=" + slot.target;
  }
  return all;
}

std::vector<AgendaPoint> points_of(std::string_view markdown) {
  const ParsedDocument page = parsed(markdown);
  return find_agenda(page.document, page.body);
}

}  // namespace

TEST_CASE("a point without an end lasts its length, else until the next begins") {
  CHECK(slots_of("# T\n\n## Program\n\n- 09.00 Samling (20 min)\n- 09.30 Samtal\n- 10.15 Slut\n") ==
        "list; 09.00=09:00-09:20 09.30=09:30-10:15 10.15=10:15");
}

TEST_CASE("a written end stands as it is") {
  CHECK(slots_of("# T\n\n## Agenda\n\n- kl 9–10: Fika\n- 13-14.30 Samtal\n") ==
        "list; 9=09:00/10=10:00 13=13:00/14.30=14:30");
}

TEST_CASE("points without a time stay words, and the next start is no end for a time that runs backwards") {
  CHECK(slots_of("# T\n\n## Program\n\n- 10.00 Samling\n- Lunch\n- 09.00 Fel\n- 08.00 Också\n") ==
        "list; 10.00=10:00 09.00=09:00 08.00=08:00");
}

TEST_CASE("a list without times, a list elsewhere and a list within a point are no schedule") {
  CHECK(slots_of("# T\n\n## Program\n\n- Samling\n- Lunch\n").empty());
  CHECK(slots_of("# T\n\n## Material\n\n- 09.00 Samling\n").empty());
  CHECK(slots_of("# T\n\n## Program\n\n- Samtal\n  - 09.00 Samling\n").empty());
}

TEST_CASE("a loose list and an emphasised time are read like others, the latter only in words") {
  CHECK(slots_of("# T\n\n## Program\n\n- 09.00 Samling\n\n- 09.30 Samtal\n") == "list; 09.00=09:00-09:30 09.30=09:30");
  CHECK(slots_of("# T\n\n## Program\n\n- **09.00** Samling\n- 09.30 Samtal\n") == "list; 09.30=09:30");
}

TEST_CASE("lectures and their lecturers are recognised") {
  const auto points = points_of(
      "# T\n\n## Program\n\n- 09.45 Föreläsning: Leda lärande – Anna Ek och Bo Al (60 min)\n"
      "- Inspelad föreläsning: Att lyssna\n- 10.45 Paus\n");
  REQUIRE(points.size() == 3);
  REQUIRE(points[0].lecture);
  CHECK(points[0].lecture->title == "Leda lärande");
  CHECK(points[0].lecture->lecturers == "Anna Ek och Bo Al");
  CHECK_FALSE(points[0].lecture->recorded);
  REQUIRE(points[1].lecture);
  CHECK(points[1].lecture->title == "Att lyssna");
  CHECK(points[1].lecture->recorded);
  CHECK_FALSE(points[2].lecture);
}

TEST_CASE("a programme of five hundred points is marked in full") {
  std::string markdown = "# T\n\n## Program\n\n";
  for (int i = 0; i < 500; ++i) markdown += "- 09." + std::to_string(10 + i % 50) + " Punkt\n";
  CHECK(points_of(markdown).size() == 500);
}
