// From a written date to a day in the calendar, or to what is wrong with it.
#pragma once

#include <optional>
#include <vector>

#include "course/calendar_date.h"
#include "course/date_expression.h"

namespace traff {

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
