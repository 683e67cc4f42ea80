#include <catch2/catch.hpp>

#include "base/date.h"

using namespace traff;

namespace {

std::string red(int y, unsigned m, unsigned d, Language language = Language::sv) {
  const Date date = std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d);
  const auto day = red_day(date);
  return day ? Words(*day).in(language) : "";
}

}  // namespace

TEST_CASE("the days that follow Easter are found in every year") {
  CHECK(red(2018, 4, 1) == "påskdagen");
  CHECK(red(2019, 4, 19) == "långfredagen");
  CHECK(red(2019, 4, 20) == "påskafton");
  CHECK(red(2019, 4, 21) == "påskdagen");
  CHECK(red(2019, 4, 22) == "annandag påsk");
  CHECK(red(2019, 5, 30) == "Kristi himmelsfärdsdag");
  CHECK(red(2019, 6, 9) == "pingstdagen");
  CHECK(red(2020, 4, 10) == "långfredagen");
  CHECK(red(2020, 5, 21) == "Kristi himmelsfärdsdag");
  CHECK(red(2022, 4, 15) == "långfredagen");
  CHECK(red(2023, 4, 10) == "annandag påsk");
  CHECK(red(2024, 3, 29) == "långfredagen");
  CHECK(red(2025, 4, 20) == "påskdagen");
}

TEST_CASE("Easter is right where the simple rule goes wrong") {
  CHECK(red(1954, 4, 18) == "påskdagen");
  CHECK(red(1981, 4, 19) == "påskdagen");
  CHECK(red(2008, 3, 23) == "påskdagen");
  CHECK(red(2038, 4, 25) == "påskdagen");
  CHECK(red(2049, 4, 18) == "påskdagen");
  CHECK(red(2076, 4, 19) == "påskdagen");
}

TEST_CASE("fixed days are red in every year") {
  CHECK(red(2020, 1, 1) == "nyårsdagen");
  CHECK(red(2020, 1, 6) == "trettondedag jul");
  CHECK(red(2020, 5, 1) == "första maj");
  CHECK(red(2020, 6, 6) == "nationaldagen");
  CHECK(red(2019, 12, 24) == "julafton");
  CHECK(red(2019, 12, 25) == "juldagen");
  CHECK(red(2019, 12, 26) == "annandag jul");
  CHECK(red(2019, 12, 31) == "nyårsafton");
}

TEST_CASE("midsummer and All Saints' Day fall on their weekend") {
  CHECK(red(2019, 6, 21) == "midsommarafton");
  CHECK(red(2019, 6, 22) == "midsommardagen");
  CHECK(red(2020, 6, 19) == "midsommarafton");
  CHECK(red(2020, 6, 20) == "midsommardagen");
  CHECK(red(2026, 6, 26).empty());
  CHECK(red(2019, 11, 2) == "alla helgons dag");
  CHECK(red(2020, 10, 31) == "alla helgons dag");
  CHECK(red(2021, 11, 6) == "alla helgons dag");
}

TEST_CASE("ordinary days are not red") {
  CHECK(red(2019, 10, 10).empty());
  CHECK(red(2020, 4, 9).empty());   // skärtorsdagen
  CHECK(red(2020, 4, 30).empty());  // valborgsmässoafton
  CHECK(red(2020, 4, 23).empty());
  CHECK(red(2020, 2, 29).empty());
}

TEST_CASE("red days have English names") {
  CHECK(red(2020, 4, 10, Language::en) == "Good Friday");
  CHECK(red(2019, 6, 21, Language::en) == "Midsummer’s Eve");
  CHECK(red(2019, 11, 2, Language::en) == "All Saints’ Day");
}
