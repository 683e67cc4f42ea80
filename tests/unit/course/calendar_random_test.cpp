// Laws over many inputs: every day survives its written forms, and no bytes upset a parser.
#include <catch2/catch.hpp>
#include <chrono>
#include <iterator>
#include <random>

#include "course/dates/calendar_date.h"

using namespace traff;
using std::chrono::sys_days;

namespace {

void parse_everything(std::string_view text) {
  const TermFrame frame{std::chrono::year(2019) / 7 / 1, std::chrono::year(2020) / 7 / 31};
  const auto inside = [text](std::size_t offset, std::size_t length) {
    return offset <= text.size() && length <= text.size() - offset;
  };
  for (const ParsedDates& parsed :
       {parse_dates(text, frame), parse_dates(text, std::nullopt), parse_date_list(text, frame)}) {
    for (const DateProblem& problem : parsed.problems) REQUIRE(inside(problem.offset, problem.length));
    if (parsed.date) REQUIRE((parsed.date->first.ok() && parsed.date->last.ok()));
  }
  for (const FoundDate& date : find_dates(text, frame).dates) {
    REQUIRE(inside(date.offset, date.length));
    REQUIRE(date.first <= date.last);
  }
  const AgendaTime agenda = parse_agenda_time(text);
  REQUIRE(agenda.text_offset <= text.size());
  if (agenda.end) REQUIRE(agenda.end->minutes <= 24 * 60);
  parse_term(text);
  parse_time_range(text);
  parse_duration(text);
}

std::string random_bytes(std::mt19937& generator, std::size_t length) {
  std::uniform_int_distribution<int> byte(0, 255);
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(byte(generator));
  return text;
}

std::string random_pieces(std::mt19937& generator, std::size_t count) {
  constexpr std::string_view pieces[] = {
      "10", "9",   "31", "2019", "19",  "0",    "99999", " ",    "\u00A0", "-",     "–",      "/",
      ".",  ",",   ":",  "(",    ")",   "'",    "½",     "tors", "onsdag", "okt",   "maj",    "den",
      "v",  "41",  "kl", "min",  "tim", "och",  "alt",   "till", "HT",     "läsår", "heldag", "\n",
      "e",  "per", "h",  "\xC3", "å",   "2020", "%",     ";",    "1/2",    "ca"};
  std::uniform_int_distribution<std::size_t> index(0, std::size(pieces) - 1);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += pieces[index(generator)];
  return text;
}

double seconds_for(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  parse_everything(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("every day from 2018 to 2030 survives its written forms") {
  const sys_days end = std::chrono::year(2031) / 1 / 1;
  for (sys_days day = std::chrono::year(2018) / 1 / 1; day < end; day += std::chrono::days(1)) {
    const Date date = day;
    for (const Language language : {Language::sv, Language::en}) {
      for (const std::string& written :
           {iso_date(date), long_date(date, language), long_date_with_weekday(date, language),
            short_date(date, language) + " " + iso_date(date).substr(0, 4), date_range(date, date, language)}) {
        const ParsedDates parsed = parse_dates(written, std::nullopt);
        const DatesInText found = find_dates("Vi ses " + written + ".", std::nullopt);
        const bool same = parsed.date && parsed.date->first == date && parsed.problems.empty() &&
                          found.dates.size() == 1 && found.dates.front().first == date && found.problems.empty();
        if (!same) FAIL(written);
      }
    }
  }
}

TEST_CASE("every range within three months survives its written form") {
  const sys_days start = std::chrono::year(2019) / 11 / 15;
  for (int length = 1; length < 92; ++length) {
    const Date first = start;
    const Date last = start + std::chrono::days(length);
    const ParsedDates parsed = parse_dates(date_range(first, last, Language::sv), std::nullopt);
    REQUIRE(parsed.date);
    CHECK((parsed.date->first == first && parsed.date->last == last && parsed.problems.empty()));
  }
}

TEST_CASE("every full minute survives its written form") {
  for (int minutes = 0; minutes < 24 * 60; ++minutes) {
    const TimeRange range{ClockTime{minutes}, ClockTime{24 * 60}, false};
    for (const Language language : {Language::sv, Language::en}) {
      if (parse_time_range(time_range(range, language)) != range) FAIL(minutes);
    }
  }
}

TEST_CASE("no bytes upset a parser") {
  std::mt19937 generator(20191010);
  for (int round = 0; round < 4000; ++round) {
    parse_everything(random_bytes(generator, static_cast<std::size_t>(round % 60)));
    parse_everything(random_pieces(generator, static_cast<std::size_t>(round % 25)));
  }
}

TEST_CASE("hostile text takes linear time") {
  for (const char* piece : {"1", "1/", "(", "10 oktober ", "10-", "tors ", "alt 1/1 ", "\xC3", "å", "1 2 3 ", "(1/1)",
                            "v 1 ", "-1 ", ". ", "10–11 oktober–", "\n"}) {
    const double small = seconds_for(repeated(piece, 1 << 14));
    const double large = seconds_for(repeated(piece, 1 << 18));
    CAPTURE(piece, small, large);
    CHECK(large < 16 * small * 4 + 0.3);
  }
}
