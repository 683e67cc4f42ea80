// Times of day as people type them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "course/dates/calendar_token.h"
#include "markdown/document/document.h"

namespace traff {

// "9-16", "09.00–16.00", "kl. 13", "9:30", "heldag", "fm" (08–12), "em" (13–17), "13–16". Nothing when it is no time.
std::optional<TimeRange> parse_time_range(std::string_view value);

// A time at the reader's place: "9", "09.00", "9:30", "24.00". Moves the reader past it.
struct WrittenClock {
  ClockTime time;
  bool has_minutes = false;
  bool two_digit_hour = false;
};
std::optional<WrittenClock> take_clock(CalendarReader& reader);

// What the line of a time says. People write more than one, and words beside them.
struct WrittenTimes {
  enum class Problem { none, impossible, unread };
  std::optional<TimeRange> whole;   // from the first beginning to the last end
  bool says_more = false;           // the text says more than that: "9–11.30 och 13–15", "9–16 (lunch 12–13)"
  Problem problem = Problem::none;  // impossible: "25-26", "12-9"; unread: other words with digits, that are no length
};
WrittenTimes parse_times(std::string_view value);

// A time after a date in the same value: "kl. 9–12", "9.00-12.00", "13–16", "09:00"; not "5". Moves the reader past it.
std::optional<TimeRange> take_time_beside_date(CalendarReader& reader);

// "kl", "kl.", "klockan".
bool take_clock_word(CalendarReader& reader);

// How long something takes, as people type it.

struct Duration {
  int least_minutes = 0;
  int most_minutes = 0;
  bool operator==(const Duration&) const = default;
};

// "20 min", "20–30 min", "1,5 h", "1 ½ h", "1½ timme", "en timme", "90 minuter per grupp", "cirka 20-30 minuter",
// "2 tim 15 min". Nothing when it is no length, when it is zero or runs backwards.
std::optional<Duration> parse_duration(std::string_view value);

// When a point of a programme begins, and how long it lasts.

// A line of a programme: "09.20 Laget runt (25 min)", "kl 9–10: Fika", "Lunch", "13-14.30 Samtal".
struct AgendaTime {
  std::optional<ClockTime> start;
  std::optional<ClockTime> end;      // written, or start + duration when that is one length, not "20–30 min"
  std::optional<Duration> duration;  // in parentheses at the end
  std::size_t text_offset = 0;       // where the point's own words begin
  Range start_text;                  // "09.20" in the line; empty without a start
  Range end_text;                    // "14.30", when it is written
};

// Careful: "3 frågor", "10–15 personer" and "2.1 Analys" begin with no time.
AgendaTime parse_agenda_time(std::string_view line);

}  // namespace traff
