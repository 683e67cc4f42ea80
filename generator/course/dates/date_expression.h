// A date as it stands in the text, before anybody has asked whether there is such a day.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "course/dates/calendar_token.h"

namespace traff {

enum class DateForm : std::uint8_t {
  day_alone,       // 10, only at the beginning of a range
  iso,             // 2019-10-10
  slash,           // 10/10
  dotted,          // 10.10.2019
  month_in_words,  // 10 oktober
  week,            // v. 41 torsdag
};

struct WrittenDate {
  DateForm form = DateForm::day_alone;
  int day = 0;
  int month = 0;
  int week = 0;
  std::optional<int> year;
  std::optional<std::chrono::weekday> weekday;
  std::string_view weekday_word;  // as typed
  std::string_view month_word;    // as typed, when in words
};

struct DateExpression {
  WrittenDate first;
  std::optional<WrittenDate> last;  // of a range
  std::size_t offset = 0;           // bytes into the text
  std::size_t length = 0;
};

enum class DateSetting : std::uint8_t {
  field,         // one date: "10 och 11 oktober" is a range
  list,          // many dates: "26/8 och 27/8" is two
  running_text,  // only forms that are hardly anything else
};

// Reads the longest date at the reader's place and moves the reader past it. Looks at a bounded number of tokens.
std::optional<DateExpression> take_date_expression(CalendarReader& reader, DateSetting setting);

// 19 → 2019, 85 → 1985.
int full_year(int two_digits);

}  // namespace traff
