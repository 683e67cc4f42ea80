// The Swedish red days and the eves that are free in practice, by rule; the moving ones follow Easter.
#include "base/date.h"

namespace traff {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

struct Name {
  std::string_view sv;
  std::string_view en;
};

struct FixedDay {
  unsigned month;
  unsigned day;
  Name name;
};

constexpr FixedDay fixed_days[] = {
    {1, 1, {"nyårsdagen", "New Year’s Day"}}, {1, 6, {"trettondedag jul", "Epiphany"}},
    {5, 1, {"första maj", "May Day"}},        {6, 6, {"nationaldagen", "Sweden’s National Day"}},
    {12, 24, {"julafton", "Christmas Eve"}},  {12, 25, {"juldagen", "Christmas Day"}},
    {12, 26, {"annandag jul", "Boxing Day"}}, {12, 31, {"nyårsafton", "New Year’s Eve"}},
};

struct EasterDay {
  int days_after_easter;
  Name name;
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

std::optional<Name> summer_or_autumn_day(const Date& date) {
  const sys_days day = date;
  const sys_days midsummer = weekday_from(sys_days(date.year() / 6 / 20), std::chrono::Saturday);
  if (day == midsummer - days(1)) return Name{"midsommarafton", "Midsummer’s Eve"};
  if (day == midsummer) return Name{"midsommardagen", "Midsummer’s Day"};
  if (day == weekday_from(sys_days(date.year() / 10 / 31), std::chrono::Saturday)) {
    return Name{"alla helgons dag", "All Saints’ Day"};
  }
  return std::nullopt;
}

std::optional<Name> find_red_day(const Date& date) {
  for (const FixedDay& fixed : fixed_days) {
    if (date.month() == std::chrono::month(fixed.month) && date.day() == std::chrono::day(fixed.day)) return fixed.name;
  }
  const auto after_easter = (sys_days(date) - easter(date.year())).count();
  for (const EasterDay& moving : easter_days) {
    if (after_easter == moving.days_after_easter) return moving.name;
  }
  return summer_or_autumn_day(date);
}

}  // namespace

std::optional<std::string_view> red_day_name(const Date& date, Language language) {
  const std::optional<Name> name = find_red_day(date);
  if (!name) return std::nullopt;
  return language == Language::sv ? name->sv : name->en;
}

}  // namespace traff
