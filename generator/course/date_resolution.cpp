#include "course/date_resolution.h"

#include <variant>

namespace traff {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

using Kind = DateProblem::Kind;
using DayOrProblem = std::variant<Date, Kind>;

Date day_in_year(const WrittenDate& written, int y) {
  return year(y) / std::chrono::month(static_cast<unsigned>(written.month)) /
         std::chrono::day(static_cast<unsigned>(written.day));
}

// ISO 8601: week 1 holds 4 January. Nothing when that year has no such week.
std::optional<Date> day_in_week(const WrittenDate& written, int iso_year) {
  const auto first_monday = [](int y) {
    const sys_days fourth = year(y) / 1 / 4;
    return fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
  };
  const sys_days monday = first_monday(iso_year) + days(7 * (written.week - 1));
  if (written.week < 1 || monday >= first_monday(iso_year + 1)) return std::nullopt;
  return Date(monday + (*written.weekday - std::chrono::Monday));
}

std::optional<Date> day_of(const WrittenDate& written, int y) {
  if (written.form == DateForm::week) return day_in_week(written, y);
  const Date date = day_in_year(written, y);
  return date.ok() ? std::optional(date) : std::nullopt;
}

bool can_exist(const WrittenDate& written) {
  if (written.form == DateForm::week) return written.week >= 1 && written.week <= 53;
  return day_in_year(written, 2000).ok();  // a leap year
}

bool has_right_weekday(const WrittenDate& written, const Date& date) {
  return !written.weekday || *written.weekday == weekday_of(date);
}

// Some years have no 29 February and no week 53: does the frame cover the time where it would have been?
bool frame_should_hold(const WrittenDate& written, const TermFrame& frame) {
  WrittenDate day_before = written;
  (written.form == DateForm::week ? day_before.week : day_before.day) -= 1;
  for (int y = static_cast<int>(frame.first.year()); y <= static_cast<int>(frame.last.year()); ++y) {
    const auto date = day_of(day_before, y);
    if (date && frame.first <= *date && *date < frame.last) return true;
  }
  return false;
}

DayOrProblem day_in_frame(const WrittenDate& written, const TermFrame& frame) {
  std::optional<Date> found;
  // The year of an ISO week may begin in December before.
  for (int y = static_cast<int>(frame.first.year()) - 1; y <= static_cast<int>(frame.last.year()) + 1; ++y) {
    const auto date = day_of(written, y);
    if (!date || *date < frame.first || *date > frame.last) continue;
    if (!found || (!has_right_weekday(written, *found) && has_right_weekday(written, *date))) found = date;
  }
  if (found) return *found;
  const bool rare = written.form == DateForm::week ? written.week == 53 : written.month == 2 && written.day == 29;
  return rare && frame_should_hold(written, frame) ? Kind::impossible : Kind::year_missing;
}

DayOrProblem resolve_day(const WrittenDate& written, const std::optional<TermFrame>& frame) {
  if (!can_exist(written)) return Kind::impossible;
  if (!written.year) return frame ? day_in_frame(written, *frame) : Kind::year_missing;
  const auto date = day_of(written, *written.year);
  return date ? DayOrProblem(*date) : Kind::impossible;
}

struct Days {
  Date first;
  Date last;
};
using DaysOrProblem = std::variant<Days, Kind>;

// The month of "10–11 oktober" stands at the end.
WrittenDate completed_by(const WrittenDate& first, const WrittenDate& last) {
  WrittenDate completed = first;
  if (first.form != DateForm::day_alone) return completed;
  completed.form = last.form;
  completed.month = last.month;
  completed.year = last.year;
  return completed;
}

// "28 december–3 januari 2020" begins the year before; "12/10–10/10" just runs backwards.
bool may_cross_new_year(const WrittenDate& first, const WrittenDate& last) {
  return first.form != DateForm::week && last.form != DateForm::week && first.month > last.month;
}

DaysOrProblem resolve_days(const DateExpression& expression, const std::optional<TermFrame>& frame) {
  if (!expression.last) {
    const DayOrProblem day = resolve_day(expression.first, frame);
    if (const Kind* problem = std::get_if<Kind>(&day)) return *problem;
    return Days{std::get<Date>(day), std::get<Date>(day)};
  }
  WrittenDate last = *expression.last;
  WrittenDate first = completed_by(expression.first, last);
  const bool crosses = may_cross_new_year(first, last);
  if (!first.year && last.year) first.year = *last.year - (crosses ? 1 : 0);

  const DayOrProblem first_day = resolve_day(first, frame);
  if (const Kind* problem = std::get_if<Kind>(&first_day)) return *problem;
  const Date start = std::get<Date>(first_day);
  if (!last.year) last.year = static_cast<int>(start.year()) + (crosses ? 1 : 0);

  const DayOrProblem last_day = resolve_day(last, frame);
  if (const Kind* problem = std::get_if<Kind>(&last_day)) return *problem;
  const Date end = std::get<Date>(last_day);
  if (end < start) return Kind::impossible;
  return Days{start, end};
}

DateProblem problem_at(const DateExpression& expression, Kind kind) {
  return {kind, expression.offset, expression.length, std::nullopt, std::nullopt};
}

void check_weekday(ResolvedDate& resolved, const DateExpression& expression, const WrittenDate& written,
                   const Date& date) {
  if (has_right_weekday(written, date)) return;
  DateProblem problem = problem_at(expression, Kind::wrong_weekday);
  problem.date = date;
  problem.written = written.weekday;
  resolved.problems.push_back(problem);
}

}  // namespace

ResolvedDate resolve_date(const DateExpression& expression, const std::optional<TermFrame>& frame) {
  ResolvedDate resolved;
  const DaysOrProblem outcome = resolve_days(expression, frame);
  if (const Kind* problem = std::get_if<Kind>(&outcome)) {
    resolved.problems.push_back(problem_at(expression, *problem));
    return resolved;
  }
  const Days found = std::get<Days>(outcome);
  const bool year_written = expression.first.year || (expression.last && expression.last->year);
  resolved.date = FoundDate{found.first, found.last, expression.offset, expression.length, year_written};
  check_weekday(resolved, expression, expression.first, found.first);
  if (expression.last) check_weekday(resolved, expression, *expression.last, found.last);
  return resolved;
}

TermFrame half_year_around(const Date& date) { return {sys_days(date) - days(182), sys_days(date) + days(183)}; }

}  // namespace traff
