// When a point of a programme begins, and how long it lasts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "course/duration.h"
#include "markdown/document.h"

namespace traff {

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
