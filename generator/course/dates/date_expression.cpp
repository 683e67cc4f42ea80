#include "course/dates/date_expression.h"

#include "base/date.h"

namespace traff {

namespace {

std::optional<std::chrono::weekday> weekday_at(const CalendarReader& reader) {
  return find_weekday(reader.word(reader.peek()));
}

bool take_weekday(CalendarReader& reader, WrittenDate& date) {
  const auto weekday = weekday_at(reader);
  if (!weekday) return false;
  date.weekday = weekday;
  date.weekday_word = reader.text_of(reader.take());
  if (!reader.peek().spaced) reader.take_mark('.');
  return true;
}

// Does "-19" begin the rest of a range, as in "10/10-19/10" and "10 okt-19 nov", rather than a year?
bool starts_another_date(const CalendarReader& after_number) {
  const CalendarToken next = after_number.peek();
  const CalendarToken second = after_number.peek(1);
  if (next.is_word()) return find_month(after_number.word(next)).has_value();
  if (next.is_mark('.'))
    return (second.is_number() && !second.spaced) || find_month(after_number.word(second)).has_value();
  if (next.is_mark(':')) return second.is_word() && second.length == 1;  // "-19:e"
  return next.is_mark('/') && !next.spaced;
}

// "2019/2020", "2010:800" and "2019.5" are no years.
bool is_part_of_longer_number(const CalendarReader& after_number) {
  const CalendarToken next = after_number.peek();
  const bool joins = next.is_mark('/') || next.is_mark(':') || next.is_mark('.');
  return joins && !next.spaced && after_number.peek(1).is_number() && !after_number.peek(1).spaced;
}

std::optional<int> take_short_year(CalendarReader& reader) {
  CalendarReader tried = reader;
  const auto number = tried.take_number(2, 2);
  if (!number || starts_another_date(tried)) return std::nullopt;
  reader = tried;
  return full_year(*number);
}

std::optional<int> take_long_year(CalendarReader& reader, DateForm form) {
  CalendarReader tried = reader;
  const auto number = tried.take_number(4, 4);
  const int earliest = form == DateForm::month_in_words ? 1000 : 1900;  // "10/10 1500 kr"
  if (!number || *number < earliest || *number > 2199 || is_part_of_longer_number(tried)) return std::nullopt;
  reader = tried;
  return number;
}

// What follows the month: " 2019", ", 2019", "-19", "-2019", " '19"; after d/m also "/2019" and "/19".
std::optional<int> take_year(CalendarReader& reader, DateForm form) {
  CalendarReader tried = reader;
  std::optional<int> year;
  if (tried.take_mark('-')) {
    if (!tried.peek().spaced) year = take_short_year(tried);
    if (!year && !tried.peek().spaced) year = take_long_year(tried, form);
  } else if (tried.take_mark('\'')) {
    year = take_short_year(tried);
  } else if (form == DateForm::slash && !tried.peek().spaced && tried.take_mark('/')) {
    year = take_short_year(tried);
    if (!year) year = take_long_year(tried, form);
  } else {
    tried.take_mark(',');
    year = take_long_year(tried, form);
  }
  if (year) reader = tried;
  return year;
}

void take_ordinal(CalendarReader& reader) {
  if (reader.peek().spaced) return;
  CalendarReader tried = reader;
  if (tried.take_mark(':') ? tried.take_word({"e", "a"}) : tried.take_word({"st", "nd", "rd", "th"})) reader = tried;
}

bool take_iso(CalendarReader& reader, WrittenDate& date, DateSetting setting) {
  const std::size_t least_digits = setting == DateSetting::running_text ? 2 : 1;
  CalendarReader tried = reader;
  const auto year = tried.take_number(4, 4);
  if (!year || tried.peek().spaced || !tried.take_mark('-')) return false;
  if (tried.peek().spaced) return false;
  const auto month = tried.take_number(least_digits, 2);
  if (!month || tried.peek().spaced || !tried.take_mark('-') || tried.peek().spaced) return false;
  const auto day = tried.take_number(least_digits, 2);
  if (!day) return false;
  date.form = DateForm::iso;
  date.year = year;
  date.month = *month;
  date.day = *day;
  reader = tried;
  return true;
}

// "okt." but not "oktober.", whose full stop ends the sentence.
bool is_abbreviated(std::string_view word, std::chrono::month month) {
  return word.size() != month_name(month, Language::sv).size() && word.size() != month_name(month, Language::en).size();
}

bool take_month_word(CalendarReader& reader, WrittenDate& date) {
  const auto month = find_month(reader.word(reader.peek()));
  if (!month) return false;
  date.form = DateForm::month_in_words;
  date.month = static_cast<int>(static_cast<unsigned>(*month));
  date.month_word = reader.text_of(reader.take());
  if (is_abbreviated(date.month_word, *month) && !reader.peek().spaced) reader.take_mark('.');
  return true;
}

// " oktober 2019", ". oktober", "-okt-19" after the day.
bool take_month_after_day(CalendarReader& reader, WrittenDate& date) {
  CalendarReader tried = reader;
  if (!tried.take_mark('.') && !tried.peek().spaced) tried.take_mark('-');
  if (!take_month_word(tried, date)) return false;
  date.year = take_year(tried, date.form);
  reader = tried;
  return true;
}

bool take_slash_month(CalendarReader& reader, WrittenDate& date, DateSetting setting) {
  CalendarReader tried = reader;
  const bool loose = setting != DateSetting::running_text;
  if (!loose && (tried.peek().spaced || tried.peek(1).spaced)) return false;
  if (!tried.take_mark('/')) return false;
  const auto month = tried.take_number(1, 2);
  if (!month) return false;
  date.form = DateForm::slash;
  date.month = *month;
  date.year = take_year(tried, date.form);
  reader = tried;
  return true;
}

// ".10.2019"; a field may also say ".10.19".
bool take_dotted_month(CalendarReader& reader, WrittenDate& date, DateSetting setting) {
  CalendarReader tried = reader;
  if (tried.peek().spaced || !tried.take_mark('.')) return false;
  const auto month = tried.take_number(1, 2);
  if (!month || !tried.take_mark('.')) return false;
  auto year = take_long_year(tried, DateForm::dotted);
  if (!year && setting != DateSetting::running_text) year = take_short_year(tried);
  if (!year) return false;
  date.form = DateForm::dotted;
  date.month = *month;
  date.year = year;
  reader = tried;
  return true;
}

// "October 10, 2019": the only form with the month first, and only with its year.
bool take_month_first(CalendarReader& reader, WrittenDate& date) {
  CalendarReader tried = reader;
  WrittenDate read = date;
  if (!take_month_word(tried, read)) return false;
  const auto day = tried.take_number(1, 2);
  if (!day) return false;
  take_ordinal(tried);
  read.day = *day;
  read.year = take_year(tried, read.form);
  if (!read.year) return false;
  date = read;
  reader = tried;
  return true;
}

// "v. 41 torsdag", "torsdag i vecka 41", with the year last or after the number.
bool take_week(CalendarReader& reader, WrittenDate& date) {
  CalendarReader tried = reader;
  WrittenDate read = date;
  tried.take_word({"i", "in"});
  if (!tried.take_word({"v", "vecka", "week", "w"})) return false;
  tried.take_mark('.');
  const auto week = tried.take_number(1, 2);
  if (!week) return false;
  read.form = DateForm::week;
  read.week = *week;
  read.year = take_year(tried, read.form);
  if (!read.weekday) {
    tried.take_mark(',');
    if (!take_weekday(tried, read)) return false;
  }
  if (!read.year) read.year = take_year(tried, read.form);
  date = read;
  reader = tried;
  return true;
}

// A date without its weekday. A day alone, such as the "10" of "10–11 oktober", is the caller's to accept.
bool take_day(CalendarReader& reader, WrittenDate& date, DateSetting setting) {
  if (setting != DateSetting::running_text && take_week(reader, date)) return true;
  if (take_iso(reader, date, setting) || take_month_first(reader, date)) return true;
  const auto day = reader.take_number(1, 2);
  if (!day) return false;
  date.day = *day;
  take_ordinal(reader);
  if (take_month_after_day(reader, date) || take_slash_month(reader, date, setting)) return true;
  if (!take_dotted_month(reader, date, setting)) date.form = DateForm::day_alone;
  return true;
}

// One side of a range, or the whole date. Two weekdays ("tors–fre 10–11 oktober") leave the second in `until`.
bool take_side(CalendarReader& reader, WrittenDate& date, std::optional<WrittenDate>* until, DateSetting setting) {
  if (take_weekday(reader, date)) {
    CalendarReader tried = reader;
    WrittenDate second;
    if (until && tried.take_mark('-') && take_weekday(tried, second)) {
      *until = second;
      reader = tried;
    }
    reader.take_mark(',');
  }
  reader.take_word({"den", "the"});
  return take_day(reader, date, setting);
}

bool is_day_after(const WrittenDate& first, const WrittenDate& last) {
  return last.day == first.day + 1 && (first.month == 0 || first.month == last.month);
}

// "–11 oktober", "till 5 december", "och 11 oktober" when that is the very next day.
std::optional<WrittenDate> take_range_end(CalendarReader& reader, const WrittenDate& first, DateSetting setting) {
  CalendarReader tried = reader;
  const bool has_slash = first.form == DateForm::iso && tried.take_mark('/');  // "2026-10-14/2026-10-16"
  const bool range = has_slash || tried.take_mark('-') || tried.take_word({"till", "to", "tom"});
  const bool pair = !range && setting != DateSetting::list && (tried.take_mark('&') || tried.take_word({"och", "and"}));
  WrittenDate last;
  if ((!range && !pair) || !take_side(tried, last, nullptr, setting)) return std::nullopt;
  if (has_slash && last.form != DateForm::iso) return std::nullopt;
  if (last.form == DateForm::day_alone || (pair && !is_day_after(first, last))) return std::nullopt;
  if (first.form == DateForm::day_alone && (last.form == DateForm::iso || last.form == DateForm::week))
    return std::nullopt;
  reader = tried;
  return last;
}

// "10 oktober (torsdag)"; a field may also say "10 oktober, torsdag".
void take_weekday_after(CalendarReader& reader, WrittenDate& date, DateSetting setting) {
  CalendarReader tried = reader;
  WrittenDate read = date;
  const bool parenthesis = tried.take_mark('(');
  if (!parenthesis && setting == DateSetting::running_text) return;
  if (!parenthesis) tried.take_mark(',');
  if (!take_weekday(tried, read) || (parenthesis && !tried.take_mark(')'))) return;
  // "10/10, fre 11/10": that weekday belongs to the next date.
  if (tried.peek().is_number() && tried.peek().length < 3) return;
  date = read;
  reader = tried;
}

}  // namespace

int full_year(int two_digits) { return two_digits + (two_digits < 70 ? 2000 : 1900); }

std::optional<DateExpression> take_date_expression(CalendarReader& reader, DateSetting setting) {
  CalendarReader tried = reader;
  DateExpression expression;
  expression.offset = tried.peek().offset;
  std::optional<WrittenDate> until;
  if (!take_side(tried, expression.first, &until, setting)) return std::nullopt;
  expression.last = take_range_end(tried, expression.first, setting);
  if (!expression.last && expression.first.form == DateForm::day_alone) return std::nullopt;
  if (expression.last && until && !expression.last->weekday) {
    expression.last->weekday = until->weekday;
    expression.last->weekday_word = until->weekday_word;
  }
  if (!expression.last && !expression.first.weekday) take_weekday_after(tried, expression.first, setting);
  expression.length = tried.before().end_offset() - expression.offset;
  reader = tried;
  return expression;
}

}  // namespace traff
