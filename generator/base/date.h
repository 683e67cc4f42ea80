// Calendar days, clock times and the Swedish red days. Arithmetic on <chrono>; the words of weekdays and
// months in both languages as CLDR has them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace traff {

// The words of weekdays and months: as CLDR writes them, and all the ways people type them.

std::string_view weekday_name(std::chrono::weekday day, Language language);        // "torsdag"
std::string_view short_weekday_name(std::chrono::weekday day, Language language);  // "tors"
std::string_view month_name(std::chrono::month month, Language language);          // "oktober"
std::string_view short_month_name(std::chrono::month month, Language language);    // "okt."

// A lower-case word without a full stop, in either language: "torsdagen", "tors", "tor", "thu".
std::optional<std::chrono::weekday> find_weekday(std::string_view word);

// "oktober", "okt", "oct", "sept" …
std::optional<std::chrono::month> find_month(std::string_view word);

// No word known here is longer than this, in bytes.
inline constexpr std::size_t longest_date_word = 12;

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
std::string date_range(const Date& first, const Date& last,
                       Language language);  // 10–11 oktober 2019; 10 oktober–5 december 2019

std::string clock_time(ClockTime time, Language language);          // 09.00 (sv), 09:00 (en)
std::string time_range(const TimeRange& range, Language language);  // 09.00–16.00; "Heldag"

// The same in both languages, for messages.
Words weekday_name(std::chrono::weekday day);
Words long_date(const Date& date);
Words clock_time(ClockTime time);

// A day most Swedish workplaces are closed: "långfredagen", "juldagen", "midsommarafton" …, or nothing.
std::optional<Phrase> red_day(const Date& date);

}  // namespace traff
