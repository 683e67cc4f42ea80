// Dates, times and lengths as people type them: pure text in, values or a problem out. This is the one header
// to include for all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "course/dates/clock.h"
#include "course/dates/date_expression.h"
#include "course/dates/term.h"

namespace traff {

struct DateProblem {
  // second_date: "27 jan och 3 feb" has two.
  enum class Kind { wrong_weekday, impossible, year_missing, not_a_date, second_date };
  Kind kind;
  std::size_t offset = 0;  // bytes into the text
  std::size_t length = 0;
  std::optional<Date> date;                     // what it would be, for wrong_weekday
  std::optional<std::chrono::weekday> written;  // the weekday as typed, for wrong_weekday
  bool operator==(const DateProblem&) const = default;
};

struct FoundDate {
  Date first;
  Date last;               // = first unless a range such as "10–11 oktober"
  std::size_t offset = 0;  // bytes into the text, and
  std::size_t length = 0;  // of the whole expression, weekday included
  bool year_written = false;
  bool operator==(const FoundDate&) const = default;
};

struct ParsedDates {
  std::optional<FoundDate> date;
  std::vector<FoundDate> alternates;  // "19/8 (alt. 26/8, 16/8)", "reservdatum …"
  std::string remark;                 // other words: "13/9 (Norrtull)" → "Norrtull", "13/9, sal D214" → "sal D214"
  std::string words_before;           // the date, which may change what it means: "varannan tisdag från", "prel."
  std::optional<TimeRange> time;      // beside the date: "8 april kl. 9–12"
  std::vector<DateProblem> problems;
};

// A field's or cell's value: one date with its alternates, "v. 41 torsdag" and ranges included. A date whose year
// stands neither in the value nor in the frame: year_missing. A date with the wrong weekday is given all the same.
// Words left over become the remark; left-over words that begin with digits are a problem. A blank value or a lone dash
// gives nothing at all. What is struck out is no date, unless all of it is and the words say that it is cancelled.
ParsedDates parse_dates(std::string_view value, const std::optional<TermFrame>& frame);

// A list of dates: "26/8, 16/8". All of them come as `alternates`; `date` stays empty.
ParsedDates parse_date_list(std::string_view value, const std::optional<TermFrame>& frame);

// Dates in running text, for comparison with the träffar and for the weekday check. Careful: takes only forms that are
// surely dates (a month in letters, ISO, or d/m with a year or weekday), never "1/2 kopp" or "2019/2020". A wrong
// weekday is reported, the rest is silent.
struct DatesInText {
  std::vector<FoundDate> dates;
  std::vector<DateProblem> problems;  // wrong_weekday and impossible
};
DatesInText find_dates(std::string_view text, const std::optional<TermFrame>& frame);

// From a written date to a day in the calendar, or to what is wrong with it.

struct ResolvedDate {
  std::optional<FoundDate> date;
  std::vector<DateProblem> problems;  // besides `date` only wrong_weekday
};

// A year not written is the one that puts the day inside the frame; of two such, the one with the right weekday,
// else the first.
ResolvedDate resolve_date(const DateExpression& expression, const std::optional<TermFrame>& frame);

// The frame that gives dates without a year the one nearest to `date`.
TermFrame half_year_around(const Date& date);

}  // namespace traff
