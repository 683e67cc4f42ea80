// A programme: the points of a list under a heading such as "Program", with the times their author wrote.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "course/dates/clock.h"
#include "markdown/document/document.h"

namespace traff {

// "Föreläsning: Perspektiv på lärarledarskap – Daniel Alvunger (60 min)", "Inspelad föreläsning: …".
struct Lecture {
  std::string title;
  std::string lecturers;  // as written; may be empty
  bool recorded = false;
};

struct AgendaPoint {
  std::uint32_t heading = 0;  // of the programme, index into Document::headings
  std::uint32_t part = 0;     // the last heading above it: "Onsdag", "Grupp A", or the programme's own
  std::uint32_t line = 0;
  std::string text;  // its first line, time and length included
  AgendaTime time;
  std::optional<Lecture> lecture;
};

// The points of every programme of the page, in order; those of lists within points are not points.
std::vector<AgendaPoint> find_agenda(const Document& document, const DocumentBody& body);

// Adds the slots that make a schedule of a programme's list (SlotKind::agenda_list, agenda_start, agenda_end): the
// times as <time>, and the end of a point whose author wrote none, taken from its length or from the next start.
void mark_agenda(ParsedDocument& parsed);

std::optional<Lecture> parse_lecture(std::string_view words);

}  // namespace traff
