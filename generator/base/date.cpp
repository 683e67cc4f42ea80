#include "base/date.h"

#include <cassert>

namespace traff {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view en_dash = "–";

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::string day_number(const Date& date) { return std::to_string(static_cast<unsigned>(date.day())); }
std::string year_number(const Date& date) { return std::to_string(static_cast<int>(date.year())); }

std::string day_and_short_month(const Date& date, Language language) {
  return day_number(date).append(no_break_space).append(short_month_name(date.month(), language));
}

std::string clock_digits(ClockTime time, char separator) {
  return digits(time.minutes / 60, 2) + separator + digits(time.minutes % 60, 2);
}

// Both changes come at 01:00 UTC on the last Sunday of the month. In local time the hour 02–03 is
// skipped in March and doubled in October; RFC 5545 (3.3.5) reads the skipped hour by the old
// offset and the doubled one as its first passing, so both changes count from 03:00.
std::chrono::sys_days last_sunday(std::chrono::year year, std::chrono::month month) {
  return year / month / std::chrono::Sunday[std::chrono::last];
}

constexpr int change_of_clocks = 3 * 60;

}  // namespace

std::chrono::weekday weekday_of(const Date& date) { return std::chrono::weekday(std::chrono::sys_days(date)); }

std::string iso_date(const Date& date) {
  return digits(static_cast<int>(date.year()), 4) + '-' +
         digits(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         digits(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string day_and_month(const Date& date, Language language) {
  return day_number(date).append(no_break_space).append(month_name(date.month(), language));
}

std::string long_date(const Date& date, Language language) {
  return day_and_month(date, language) + ' ' + year_number(date);
}

std::string long_date_with_weekday(const Date& date, Language language) {
  return std::string(weekday_name(weekday_of(date), language)) + ' ' + long_date(date, language);
}

std::string short_date(const Date& date, Language language) {
  return std::string(short_weekday_name(weekday_of(date), language)) + ' ' + day_and_short_month(date, language);
}

std::string short_date_with_year(const Date& date, Language language) {
  return short_date(date, language) + ' ' + year_number(date);
}

std::string date_range(const Date& first, const Date& last, Language language) {
  if (first == last) return long_date(first, language);
  if (first.year() == last.year() && first.month() == last.month()) {
    return day_number(first).append(en_dash) + long_date(last, language);
  }
  const std::string start = first.year() == last.year() ? day_and_month(first, language) : long_date(first, language);
  const std::string_view dash = language == Language::sv ? en_dash : " – ";
  return std::string(start).append(dash) + long_date(last, language);
}

std::string clock_time(ClockTime time, Language language) {
  return clock_digits(time, language == Language::sv ? '.' : ':');
}

std::string time_range(const TimeRange& range, Language language) {
  std::string text;
  if (range.start) text = clock_time(*range.start, language);
  if (range.end) text.append(en_dash).append(clock_time(*range.end, language));
  if (text.empty() && range.all_day) text = language == Language::sv ? "Heldag" : "All day";
  return text;
}

std::string iso_date_time(const Date& date, ClockTime time) {
  assert(time.minutes >= 0 && time.minutes <= 24 * 60);
  if (time.minutes == 24 * 60) return iso_date_time(std::chrono::sys_days(date) + std::chrono::days(1), ClockTime{0});
  const int offset = stockholm_offset_minutes(date, time);
  return iso_date(date) + 'T' + clock_digits(time, ':') + '+' + clock_digits(ClockTime{offset}, ':');
}

int stockholm_offset_minutes(const Date& date, ClockTime time) {
  const std::chrono::sys_time<std::chrono::minutes> wall =
      std::chrono::sys_days(date) + std::chrono::minutes(time.minutes);
  const std::chrono::minutes change(change_of_clocks);
  const bool summer = wall >= last_sunday(date.year(), std::chrono::March) + change &&
                      wall < last_sunday(date.year(), std::chrono::October) + change;
  return summer ? 120 : 60;
}

}  // namespace traff
