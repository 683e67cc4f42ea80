#include "base/date.h"

#include <cassert>
#include <span>

#include "base/text.h"

namespace traff {

namespace {

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

Words long_date(const Date& date) { return {long_date(date, Language::sv), long_date(date, Language::en)}; }

std::string long_date_with_weekday(const Date& date, Language language) {
  return std::string(weekday_name(weekday_of(date), language)) + ' ' + long_date(date, language);
}

std::string short_date(const Date& date, Language language) {
  return std::string(short_weekday_name(weekday_of(date), language)) + ' ' + day_and_short_month(date, language);
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

Words clock_time(ClockTime time) { return {clock_time(time, Language::sv), clock_time(time, Language::en)}; }

std::string time_range(const TimeRange& range, Language language) {
  std::string text;
  if (range.start) text = clock_time(*range.start, language);
  if (range.end) text.append(en_dash).append(clock_time(*range.end, language));
  if (text.empty() && range.all_day) text = language == Language::sv ? "Heldag" : "All day";
  return text;
}

namespace {

struct Names {
  std::string_view full;
  std::string_view brief;
};

constexpr Names swedish_weekdays[] = {{"söndag", "sön"},   {"måndag", "mån"}, {"tisdag", "tis"}, {"onsdag", "ons"},
                                      {"torsdag", "tors"}, {"fredag", "fre"}, {"lördag", "lör"}};
constexpr Names english_weekdays[] = {{"Sunday", "Sun"},   {"Monday", "Mon"}, {"Tuesday", "Tue"}, {"Wednesday", "Wed"},
                                      {"Thursday", "Thu"}, {"Friday", "Fri"}, {"Saturday", "Sat"}};

constexpr Names swedish_months[] = {{"januari", "jan."}, {"februari", "feb."}, {"mars", "mars"},
                                    {"april", "apr."},   {"maj", "maj"},       {"juni", "juni"},
                                    {"juli", "juli"},    {"augusti", "aug."},  {"september", "sep."},
                                    {"oktober", "okt."}, {"november", "nov."}, {"december", "dec."}};
constexpr Names english_months[] = {{"January", "Jan"}, {"February", "Feb"}, {"March", "Mar"},
                                    {"April", "Apr"},   {"May", "May"},      {"June", "Jun"},
                                    {"July", "Jul"},    {"August", "Aug"},   {"September", "Sept"},
                                    {"October", "Oct"}, {"November", "Nov"}, {"December", "Dec"}};

const Names& names_of(std::chrono::weekday day, Language language) {
  assert(day.ok());
  return (language == Language::sv ? swedish_weekdays : english_weekdays)[day.c_encoding()];
}

const Names& names_of(std::chrono::month month, Language language) {
  assert(month.ok());
  return (language == Language::sv ? swedish_months : english_months)[static_cast<unsigned>(month) - 1];
}

struct Word {
  std::string_view word;
  unsigned number;
};

constexpr Word weekday_words[] = {
    {"måndag", 1},   {"måndagen", 1}, {"mån", 1},    {"månd", 1},      {"monday", 1}, {"mon", 1},     {"tisdag", 2},
    {"tisdagen", 2}, {"tis", 2},      {"tisd", 2},   {"tuesday", 2},   {"tue", 2},    {"tues", 2},    {"onsdag", 3},
    {"onsdagen", 3}, {"ons", 3},      {"onsd", 3},   {"wednesday", 3}, {"wed", 3},    {"torsdag", 4}, {"torsdagen", 4},
    {"tors", 4},     {"tor", 4},      {"torsd", 4},  {"thursday", 4},  {"thu", 4},    {"thur", 4},    {"thurs", 4},
    {"fredag", 5},   {"fredagen", 5}, {"fre", 5},    {"fred", 5},      {"friday", 5}, {"fri", 5},     {"lördag", 6},
    {"lördagen", 6}, {"lör", 6},      {"lörd", 6},   {"saturday", 6},  {"sat", 6},    {"söndag", 0},  {"söndagen", 0},
    {"sön", 0},      {"sönd", 0},     {"sunday", 0}, {"sun", 0},
};

constexpr Word month_words[] = {
    {"januari", 1},   {"jan", 1},  {"january", 1},   {"februari", 2}, {"feb", 2},      {"febr", 2},
    {"february", 2},  {"mars", 3}, {"mar", 3},       {"march", 3},    {"april", 4},    {"apr", 4},
    {"maj", 5},       {"may", 5},  {"juni", 6},      {"jun", 6},      {"june", 6},     {"juli", 7},
    {"jul", 7},       {"july", 7}, {"augusti", 8},   {"aug", 8},      {"august", 8},   {"september", 9},
    {"sep", 9},       {"sept", 9}, {"oktober", 10},  {"okt", 10},     {"october", 10}, {"oct", 10},
    {"november", 11}, {"nov", 11}, {"december", 12}, {"dec", 12},
};

std::optional<unsigned> find_number(std::span<const Word> words, std::string_view word) {
  for (const Word& known : words) {
    if (known.word == word) return known.number;
  }
  return std::nullopt;
}

}  // namespace

std::string_view weekday_name(std::chrono::weekday day, Language language) { return names_of(day, language).full; }
Words weekday_name(std::chrono::weekday day) {
  return {std::string(weekday_name(day, Language::sv)), std::string(weekday_name(day, Language::en))};
}
std::string_view short_weekday_name(std::chrono::weekday day, Language language) {
  return names_of(day, language).brief;
}
std::string_view month_name(std::chrono::month month, Language language) { return names_of(month, language).full; }
std::string_view short_month_name(std::chrono::month month, Language language) {
  return names_of(month, language).brief;
}

std::optional<std::chrono::weekday> find_weekday(std::string_view word) {
  if (word.size() > longest_date_word) return std::nullopt;
  const auto number = find_number(weekday_words, word);
  return number ? std::optional(std::chrono::weekday(*number)) : std::nullopt;
}

std::optional<std::chrono::month> find_month(std::string_view word) {
  if (word.size() > longest_date_word) return std::nullopt;
  const auto number = find_number(month_words, word);
  return number ? std::optional(std::chrono::month(*number)) : std::nullopt;
}

// The Swedish red days and the eves that are free in practice, by rule; the moving ones follow Easter.

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

struct FixedDay {
  unsigned month;
  unsigned day;
  Phrase name;
};

constexpr FixedDay fixed_days[] = {
    {1, 1, {"nyårsdagen", "New Year’s Day"}}, {1, 6, {"trettondedag jul", "Epiphany"}},
    {5, 1, {"första maj", "May Day"}},        {6, 6, {"nationaldagen", "Sweden’s National Day"}},
    {12, 24, {"julafton", "Christmas Eve"}},  {12, 25, {"juldagen", "Christmas Day"}},
    {12, 26, {"annandag jul", "Boxing Day"}}, {12, 31, {"nyårsafton", "New Year’s Eve"}},
};

struct EasterDay {
  int days_after_easter;
  Phrase name;
};

constexpr EasterDay easter_days[] = {
    {-2, {"långfredagen", "Good Friday"}},
    {-1, {"påskafton", "Easter Saturday"}},
    {0, {"påskdagen", "Easter Sunday"}},
    {1, {"annandag påsk", "Easter Monday"}},
    {39, {"Kristi himmelsfärdsdag", "Ascension Day"}},
    {49, {"pingstdagen", "Whit Sunday"}},
};

// The first such weekday from that day on.
sys_days weekday_from(sys_days day, weekday wanted) { return day + (wanted - weekday(day)); }

// Gregorian Easter by the golden number and the epact.
sys_days easter(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int golden = y % 19;
  const int century = y / 100;
  const int lunar_shift = (8 * century + 13) / 25;
  const int epact_left = (19 * golden + century - century / 4 - lunar_shift + 15) % 30;
  const int full_moon = epact_left - (epact_left == 29 || (epact_left == 28 && golden > 10) ? 1 : 0);
  // The Sunday strictly after the full moon, which is counted from 21 March.
  const sys_days moon = sys_days(year / 3 / 21) + days(full_moon);
  return weekday_from(moon + days(1), std::chrono::Sunday);
}

std::optional<Phrase> summer_or_autumn_day(const Date& date) {
  const sys_days day = date;
  const sys_days midsummer = weekday_from(sys_days(date.year() / 6 / 20), std::chrono::Saturday);
  if (day == midsummer - days(1)) return Phrase{"midsommarafton", "Midsummer’s Eve"};
  if (day == midsummer) return Phrase{"midsommardagen", "Midsummer’s Day"};
  if (day == weekday_from(sys_days(date.year() / 10 / 31), std::chrono::Saturday)) {
    return Phrase{"alla helgons dag", "All Saints’ Day"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Phrase> red_day(const Date& date) {
  for (const FixedDay& fixed : fixed_days) {
    if (date.month() == std::chrono::month(fixed.month) && date.day() == std::chrono::day(fixed.day)) return fixed.name;
  }
  const auto after_easter = (sys_days(date) - easter(date.year())).count();
  for (const EasterDay& moving : easter_days) {
    if (after_easter == moving.days_after_easter) return moving.name;
  }
  return summer_or_autumn_day(date);
}

}  // namespace traff
