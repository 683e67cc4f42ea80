// A träff's facts (front matter or fact lines) and a date table's cells read as an Occasion, with the messages
// F1 wrong weekday, F2 no such date, F3 year missing, F13 not a date, F61 a second date, F62 no such time, F63 not a
// time, F64 words before the date.
#pragma once

#include <optional>
#include <vector>

#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

struct ReadOccasion {
  Occasion occasion;
  std::vector<Diagnostic> diagnostics;
};

ReadOccasion read_meeting_fields(const Document& document, const std::optional<TermFrame>& term);

// A cell or value that holds a date with its alternates. `place` is where the value begins.
struct DateValue {
  std::string_view text;
  Place place;
  std::string_view line;   // the author's line, for the message
  Key key = Key::unknown;  // whose value it is; unknown for a cell
};
ParsedDates read_date(const DateValue& value, const std::optional<TermFrame>& term,
                      std::vector<Diagnostic>& diagnostics);

MeetingStatus parse_status(std::string_view status);

// What a value with a date says of its occasion. What the occasion has already stays.
void take_dates(const ParsedDates& dates, Occasion& occasion);

// The words of a line or cell for the time; `value` says where they stand.
void read_time(std::string_view words, const DateValue& value, Occasion& occasion,
               std::vector<Diagnostic>& diagnostics);

// The messages for date problems found in text at `place`.
void report_date_problems(const std::vector<DateProblem>& problems, const DateValue& value,
                          std::vector<Diagnostic>& diagnostics);

}  // namespace traff
