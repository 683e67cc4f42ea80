// Calendar days, clock times and the Swedish red days. Arithmetic on <chrono>; the words of weekdays and
// months in both languages as CLDR has them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/date_words.h"
#include "base/language.h"

namespace traff {

using Date = std::chrono::year_month_day;

struct ClockTime {
  int minutes = 0;  // after midnight, 0 … 1440
  auto operator<=>(const ClockTime&) const = default;
};

struct TimeRange {
  std::optional<ClockTime> start;
  std::optional<ClockTime> end;
  bool all_day = false;  // "heldag"
  bool operator==(const TimeRange&) const = default;
};

std::chrono::weekday weekday_of(const Date& date);

// For pages, as CLDR has them; always a no-break space between day and month.
std::string iso_date(const Date& date);                                   // 2019-10-10
std::string long_date_with_weekday(const Date& date, Language language);  // torsdag 10 oktober 2019
std::string long_date(const Date& date, Language language);               // 10 oktober 2019
std::string day_and_month(const Date& date, Language language);           // 10 oktober
std::string short_date(const Date& date, Language language);              // tors 10 okt.
std::string short_date_with_year(const Date& date, Language language);    // tors 10 okt. 2019
std::string date_range(const Date& first, const Date& last,
                       Language language);  // 10–11 oktober 2019; 10 oktober–5 december 2019

std::string clock_time(ClockTime time, Language language);          // 09.00 (sv), 09:00 (en)
std::string time_range(const TimeRange& range, Language language);  // 09.00–16.00; "Heldag"
std::string iso_date_time(const Date& date,
                          ClockTime time);  // 2019-10-10T09:00+02:00, Europe/Stockholm with its summer time

// Minutes east of UTC in Europe/Stockholm at that wall-clock time (EU rule from 1996 on). The hour skipped in March
// counts as winter time, the doubled hour in October as its first passing.
int stockholm_offset_minutes(const Date& date, ClockTime time);

// A day most Swedish workplaces are closed: "långfredagen", "juldagen", "midsommarafton" …, or nothing.
std::optional<std::string_view> red_day_name(const Date& date, Language language);

}  // namespace traff
