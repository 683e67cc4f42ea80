// Times of day as people type them.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "course/calendar_token.h"

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

// "kl", "kl.", "klockan".
bool take_clock_word(CalendarReader& reader);

}  // namespace traff
