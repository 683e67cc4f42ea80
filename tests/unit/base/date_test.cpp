#include "base/date.h"

#include <catch2/catch.hpp>

using namespace traff;
using std::chrono::year;

namespace {

Date day(int y, unsigned m, unsigned d) { return year(y) / std::chrono::month(m) / std::chrono::day(d); }
ClockTime at(int hours, int minutes) { return {hours * 60 + minutes}; }

std::string with_plain_spaces(std::string text) {
  for (std::size_t found; (found = text.find("\xC2\xA0")) != std::string::npos;) text.replace(found, 2, " ");
  return text;
}

}  // namespace

TEST_CASE("a day is written as CLDR writes it in Swedish") {
  const Date thursday = day(2019, 10, 10);
  CHECK(iso_date(thursday) == "2019-10-10");
  CHECK(iso_date(day(2020, 1, 7)) == "2020-01-07");
  CHECK(with_plain_spaces(long_date_with_weekday(thursday, Language::sv)) == "torsdag 10 oktober 2019");
  CHECK(with_plain_spaces(long_date(thursday, Language::sv)) == "10 oktober 2019");
  CHECK(with_plain_spaces(day_and_month(thursday, Language::sv)) == "10 oktober");
  CHECK(with_plain_spaces(short_date(thursday, Language::sv)) == "tors 10 okt.");
  CHECK(with_plain_spaces(short_date(day(2020, 3, 20), Language::sv)) == "fre 20 mars");
}

TEST_CASE("a day is written with the same order in English") {
  const Date thursday = day(2019, 10, 10);
  CHECK(with_plain_spaces(long_date_with_weekday(thursday, Language::en)) == "Thursday 10 October 2019");
  CHECK(with_plain_spaces(short_date(thursday, Language::en)) == "Thu 10 Oct");
  CHECK(with_plain_spaces(short_date(day(2019, 9, 2), Language::en)) == "Mon 2 Sept");
}

TEST_CASE("a no-break space keeps the day and its month on one line") {
  CHECK(long_date(day(2019, 10, 10), Language::sv) == "10\u00A0oktober 2019");
  CHECK(short_date(day(2019, 10, 10), Language::sv) == "tors 10\u00A0okt.");
  CHECK(date_range(day(2019, 10, 10), day(2019, 10, 11), Language::sv) == "10–11\u00A0oktober 2019");
}

TEST_CASE("short months are those of CLDR") {
  const std::string_view expected[] = {"jan.", "feb.", "mars", "apr.", "maj",  "juni",
                                       "juli", "aug.", "sep.", "okt.", "nov.", "dec."};
  for (unsigned m = 1; m <= 12; ++m) CHECK(short_month_name(std::chrono::month(m), Language::sv) == expected[m - 1]);
}

TEST_CASE("a range repeats only what differs") {
  const auto range = [](const Date& first, const Date& last, Language language = Language::sv) {
    return with_plain_spaces(date_range(first, last, language));
  };
  CHECK(range(day(2019, 10, 10), day(2019, 10, 10)) == "10 oktober 2019");
  CHECK(range(day(2019, 10, 10), day(2019, 10, 11)) == "10–11 oktober 2019");
  CHECK(range(day(2019, 10, 10), day(2019, 12, 5)) == "10 oktober–5 december 2019");
  CHECK(range(day(2019, 12, 28), day(2020, 1, 3)) == "28 december 2019–3 januari 2020");
  CHECK(range(day(2019, 10, 10), day(2019, 10, 11), Language::en) == "10–11 October 2019");
  CHECK(range(day(2019, 10, 10), day(2019, 12, 5), Language::en) == "10 October – 5 December 2019");
}

TEST_CASE("times have a full stop in Swedish and a colon in English") {
  CHECK(clock_time(at(9, 0), Language::sv) == "09.00");
  CHECK(clock_time(at(9, 5), Language::en) == "09:05");
  CHECK(clock_time(at(24, 0), Language::sv) == "24.00");
  CHECK(time_range({at(9, 0), at(16, 0), false}, Language::sv) == "09.00–16.00");
  CHECK(time_range({at(9, 0), at(16, 0), false}, Language::en) == "09:00–16:00");
  CHECK(time_range({at(13, 0), std::nullopt, false}, Language::sv) == "13.00");
  CHECK(time_range({std::nullopt, std::nullopt, true}, Language::sv) == "Heldag");
  CHECK(time_range({std::nullopt, std::nullopt, true}, Language::en) == "All day");
  CHECK(time_range({}, Language::sv).empty());
}
