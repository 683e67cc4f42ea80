#include "course/dates/calendar_date.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string shown(const FoundDate& date) {
  return date.first == date.last ? iso_date(date.first) : iso_date(date.first) + ".." + iso_date(date.last);
}

std::string shown(const DateProblem& problem, std::string_view text) {
  constexpr std::string_view kinds[] = {"wrong_weekday", "impossible", "year_missing", "not_a_date", "second_date"};
  return " !" + std::string(kinds[static_cast<std::size_t>(problem.kind)]) + "[" +
         std::string(text.substr(problem.offset, problem.length)) + "]";
}

// "prel. < 2022-08-19 09.00–12.00 alt 2022-08-26 alt 2022-08-16 (remark) !problem[words]"
std::string shown(const ParsedDates& parsed, std::string_view text) {
  std::string line = parsed.words_before.empty() ? "" : parsed.words_before + " < ";
  line += parsed.date ? shown(*parsed.date) : "-";
  if (parsed.time) line += " " + time_range(*parsed.time, Language::sv);
  for (const FoundDate& alternate : parsed.alternates) line += " alt " + shown(alternate);
  if (!parsed.remark.empty()) line += " (" + parsed.remark + ")";
  for (const DateProblem& problem : parsed.problems) line += shown(problem, text);
  return line;
}

std::string read(std::string_view value, std::string_view term = "") {
  return shown(parse_dates(value, parse_term(term)), value);
}

struct Row {
  const char* typed;
  const char* expected;
};

struct FramedRow {
  const char* term;
  const char* typed;
  const char* expected;
};

}  // namespace

TEST_CASE("a date with its year is read in every form") {
  for (const char* typed : {"2019-10-10",
                            "2019–10–10",
                            "10 oktober 2019",
                            "10\u00A0oktober\u00A02019",
                            "10 OKTOBER 2019",
                            "10. oktober 2019",
                            "10:e oktober 2019",
                            "10oktober 2019",
                            "den 10 oktober 2019",
                            "10 oktober, 2019",
                            "10 oktober 2019.",
                            "10 okt 2019",
                            "10 okt. 2019",
                            "10 okt -19",
                            "10-okt-19",
                            "torsdag 10 oktober 2019",
                            "Torsdagen den 10 oktober 2019",
                            "torsdag, 10 oktober 2019",
                            "tors 10 okt 2019",
                            "tors. 10 okt. 2019",
                            "tor 10 okt 2019",
                            "TORS 10 OKT 2019",
                            "10 oktober 2019 (torsdag)",
                            "10 oktober 2019, torsdag",
                            "10/10 2019",
                            "10/10-19",
                            "10/10 -19",
                            "10/10-2019",
                            "10/10 '19",
                            "10/10/2019",
                            "10/10/19",
                            "10 / 10 2019",
                            "torsdag 10/10 2019",
                            "torsdagen den 10/10-19",
                            "10.10.2019",
                            "10.10.19",
                            "v. 41 torsdag 2019",
                            "v 41 2019, torsdag",
                            "vecka 41 torsdag 2019",
                            "v41 tors 2019",
                            "torsdag v. 41 2019",
                            "torsdag i vecka 41 2019",
                            "10 October 2019",
                            "10th October 2019",
                            "Thursday 10 October 2019",
                            "Thu 10 Oct 2019",
                            "October 10, 2019",
                            "Thursday, October 10, 2019",
                            "  2019-10-10  "}) {
    CAPTURE(typed);
    CHECK(read(typed) == "2019-10-10");
  }
}

TEST_CASE("every weekday and month is known in full and in short") {
  const Row rows[] = {
      {"mån 6 jan 2020", "2020-01-06"},     {"måndag 3 febr. 2020", "2020-02-03"},
      {"tis 3 mars 2020", "2020-03-03"},    {"tisdagen den 7 apr 2020", "2020-04-07"},
      {"ons 6 maj 2020", "2020-05-06"},     {"onsdag 3 juni 2020", "2020-06-03"},
      {"fre 3 juli 2020", "2020-07-03"},    {"lör 1 aug. 2020", "2020-08-01"},
      {"sön 6 sept 2020", "2020-09-06"},    {"LÖRDAG 3 OKTOBER 2020", "2020-10-03"},
      {"söndag 1 nov. 2020", "2020-11-01"}, {"MÅN 7 DEC 2020", "2020-12-07"},
      {"Wed 1 July 2020", "2020-07-01"},    {"Saturday 2 May 2020", "2020-05-02"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.expected);
  }
}

TEST_CASE("a frame gives the year") {
  const FramedRow rows[] = {
      {"2019/2020", "10 oktober", "2019-10-10"},
      {"2019/2020", "den 10 oktober", "2019-10-10"},
      {"2019/2020", "10/10", "2019-10-10"},
      {"2019/2020", "17/1", "2020-01-17"},
      {"2019/2020", "29/2", "2020-02-29"},
      {"2019/2020", "10-okt", "2019-10-10"},
      {"2019/2020", "v. 41 torsdag", "2019-10-10"},
      {"2019/2020", "v. 3 fredag", "2020-01-17"},
      {"2019/2020", "v. 1 tisdag", "2019-12-31"},
      {"2020/2021", "v. 53 torsdag", "2020-12-31"},
      {"2019/2020", "1 juli", "2019-07-01"},
      {"2019/2020", "onsdag 1 juli", "2020-07-01"},
      {"HT 2022", "31/10", "2022-10-31"},
      {"HT 2022", "9/1", "2023-01-09"},
      {"HT 2022–VT 2023", "9/1", "2023-01-09"},
      {"VT 2023", "9/1", "2023-01-09"},
      {"2022", "19/8", "2022-08-19"},
      {"2022", "9/1 2023", "2023-01-09"},
      {"HT 2022", "15 mars", "- !year_missing[15 mars]"},
      {"VT 2020", "5 december", "- !year_missing[5 december]"},
      {"2018/2019", "29/2", "- !impossible[29/2]"},
      {"2019/2020", "v. 53 torsdag", "- !impossible[v. 53 torsdag]"},
      {"", "10/11", "- !year_missing[10/11]"},
      {"", "10 november", "- !year_missing[10 november]"},
      {"", "v. 41 torsdag", "- !year_missing[v. 41 torsdag]"},
  };
  for (const FramedRow& row : rows) {
    CAPTURE(row.term, row.typed);
    CHECK(read(row.typed, row.term) == row.expected);
  }
}

TEST_CASE("days that do not exist are impossible") {
  for (const char* typed :
       {"2019-13-01", "2019-02-30", "2019-00-10", "31/9", "29/2 2019", "29 februari 2019", "31 september",
        "31 april 2020", "0/5", "10/13", "32 oktober 2019", "32/10 2019", "31.11.2019", "v. 54 torsdag", "v. 0 mån",
        "v. 53 torsdag 2019", "11–10 oktober 2019", "30/9–28/9 2019", "30–31 september 2019"}) {
    CAPTURE(typed);
    CHECK(read(typed, "2019/2020") == "- !impossible[" + std::string(typed) + "]");
  }
  CHECK(read("31/9") == "- !impossible[31/9]");
}

TEST_CASE("a wrong weekday is told together with the day it is") {
  const ParsedDates parsed = parse_dates("onsdag 10 oktober 2019", std::nullopt);
  REQUIRE(parsed.problems.size() == 1);
  const DateProblem& problem = parsed.problems.front();
  CHECK(problem.kind == DateProblem::Kind::wrong_weekday);
  CHECK(problem.written == std::chrono::Wednesday);
  CHECK(weekday_of(*problem.date) == std::chrono::Thursday);
  CHECK(iso_date(parsed.date->first) == "2019-10-10");
  CHECK(read("ons 10/10", "2019/2020") == "2019-10-10 !wrong_weekday[ons 10/10]");
  CHECK(read("10 oktober 2019 (onsdag)") == "2019-10-10 !wrong_weekday[10 oktober 2019 (onsdag)]");
  CHECK(read("tors–lör 10–11 oktober 2019") == "2019-10-10..2019-10-11 !wrong_weekday[tors–lör 10–11 oktober 2019]");
}

TEST_CASE("ranges are read within a month, across months and across new year") {
  const FramedRow rows[] = {
      {"", "10–11 oktober 2019", "2019-10-10..2019-10-11"},
      {"", "10-11 oktober 2019", "2019-10-10..2019-10-11"},
      {"2019/2020", "10–11 oktober", "2019-10-10..2019-10-11"},
      {"2019/2020", "10 - 11 okt.", "2019-10-10..2019-10-11"},
      {"2019/2020", "10–11/10", "2019-10-10..2019-10-11"},
      {"2019/2020", "10/10–11/10", "2019-10-10..2019-10-11"},
      {"", "10/10-12/10-19", "2019-10-10..2019-10-12"},
      {"", "10 okt-19 nov 2019", "2019-10-10..2019-11-19"},
      {"2019/2020", "10 oktober–5 december", "2019-10-10..2019-12-05"},
      {"", "10 oktober till 5 december 2019", "2019-10-10..2019-12-05"},
      {"2019/2020", "28 december–3 januari", "2019-12-28..2020-01-03"},
      {"", "28 december–3 januari 2020", "2019-12-28..2020-01-03"},
      {"", "28 december 2019–3 januari 2020", "2019-12-28..2020-01-03"},
      {"", "28 december 2019–3 januari", "2019-12-28..2020-01-03"},
      {"", "2019-10-10 – 2019-10-12", "2019-10-10..2019-10-12"},
      {"", "10.10.2019–12.10.2019", "2019-10-10..2019-10-12"},
      {"", "tors 10–fre 11 oktober 2019", "2019-10-10..2019-10-11"},
      {"", "tors–fre 10–11 oktober 2019", "2019-10-10..2019-10-11"},
      {"", "torsdag 10 oktober – fredag 11 oktober 2019", "2019-10-10..2019-10-11"},
      {"2019/2020", "10 och 11 oktober", "2019-10-10..2019-10-11"},
      {"2019/2020", "10/10 och 11/10", "2019-10-10..2019-10-11"},
      {"2019/2020", "10/10 och 24/10", "2019-10-10 !second_date[och 24/10]"},
      {"", "10–11 oktober", "- !year_missing[10–11 oktober]"},
  };
  for (const FramedRow& row : rows) {
    CAPTURE(row.term, row.typed);
    CHECK(read(row.typed, row.term) == row.expected);
  }
}

TEST_CASE("alternates and remarks stand in parentheses or after their word") {
  const FramedRow rows[] = {
      {"", "19/8 (alt. 26/8, 16/8) 2022", "2022-08-19 alt 2022-08-26 alt 2022-08-16"},
      {"2022", "fre 19/8 (alt. 26/8, 16/8)", "2022-08-19 alt 2022-08-26 alt 2022-08-16"},
      {"HT 2022", "1/12 (alt. 2/12, 12/12)", "2022-12-01 alt 2022-12-02 alt 2022-12-12"},
      {"", "20/12 2022 (alt. 9/1)", "2022-12-20 alt 2023-01-09"},
      {"", "19/8 (alt. 26/8 2022)", "2022-08-19 alt 2022-08-26"},
      {"2022", "19/8 (26/8)", "2022-08-19 alt 2022-08-26"},
      {"2022", "19/8, alt. 26/8", "2022-08-19 alt 2022-08-26"},
      {"2022", "19/8 eller 26/8", "2022-08-19 alt 2022-08-26"},
      {"2022", "19/8, reservdatum 26/8 och 27/8", "2022-08-19 alt 2022-08-26 alt 2022-08-27"},
      {"2022", "19 augusti (reservdag: fredag 26 augusti)", "2022-08-19 alt 2022-08-26"},
      {"2022", "19/8 (alt. tors 26/8)", "2022-08-19 alt 2022-08-26 !wrong_weekday[tors 26/8]"},
      {"2022", "19/8 (alt. 31/9)", "2022-08-19 !impossible[31/9]"},
      {"2022", "13/9 (Norrtull)", "2022-09-13 (Norrtull)"},
      {"2022", "13/9 (Norrtull, sal 2)", "2022-09-13 (Norrtull, sal 2)"},
      {"2022", "13/9 (Norrtull, alt. 14/9)", "2022-09-13 alt 2022-09-14 (Norrtull)"},
      {"2022", "13/9 Norrtull", "2022-09-13 (Norrtull)"},
      {"2022", "13/9, prel.", "2022-09-13 (prel.)"},
      {"2022", "Preliminärt 13/9", "Preliminärt < 2022-09-13"},
      {"2022", "varannan tisdag från 13/9", "varannan tisdag från < 2022-09-13"},
      {"2022", "13/9 (1/2 dag)", "2022-09-13 (1/2 dag)"},
      {"2022", "13/9, sal D214", "2022-09-13 (sal D214)"},
      {"2022", "13/9, 14/9", "2022-09-13 !second_date[14/9]"},
      {"2022", "13/9 (Norrtull", "2022-09-13 (Norrtull)"},
      {"2022", "13/9 (alt. 14/9, kaffe och te)", "2022-09-13 alt 2022-09-14 (kaffe och te)"},
      {"2022", "13/9 (alt. 14/9) 15/9", "2022-09-13 alt 2022-09-14 !second_date[15/9]"},
  };
  for (const FramedRow& row : rows) {
    CAPTURE(row.term, row.typed);
    CHECK(read(row.typed, row.term) == row.expected);
  }
}

TEST_CASE("a time may stand beside the date") {
  const FramedRow rows[] = {
      {"2022", "13/9 kl. 9–16", "2022-09-13 09.00–16.00"},
      {"2022", "13/9 kl 9", "2022-09-13 09.00"},
      {"2022", "13/9 (kl. 9–16)", "2022-09-13 09.00–16.00"},
      {"2022", "8 april kl 9.00-12.00", "2022-04-08 09.00–12.00"},
      {"", "2023-01-09 kl. 13–16", "2023-01-09 13.00–16.00"},
      {"", "13 januari 2020 09:00", "2020-01-13 09.00"},
      {"2020", "7 april, kl. 9-12, sal D214", "2020-04-07 09.00–12.00 (sal D214)"},
      {"2022", "13/9 13-14", "2022-09-13 13.00–14.00"},
      {"2022", "13/9 5", "2022-09-13 !not_a_date[5]"},
      {"", "2020-01-10T09:00", "2020-01-10 09.00"},
      {"", "2020-01-10T09:00:00.000Z", "2020-01-10 10.00"},
      {"", "2020-06-10T09:00:00Z", "2020-06-10 11.00"},
      {"", "2020-06-09T22:00:00.000Z", "2020-06-10"},
      {"", "2020-01-10T00:00:00", "2020-01-10"},
      {"", "2020-01-10T09:00:00+01:00", "2020-01-10 09.00"},
      {"", "2020-01-10 09:00:00 +0100", "2020-01-10 09.00"},
  };
  for (const FramedRow& row : rows) {
    CAPTURE(row.term, row.typed);
    CHECK(read(row.typed, row.term) == row.expected);
  }
}

TEST_CASE("what is struck out is no date, unless it is cancelled") {
  const FramedRow rows[] = {
      {"2022", "~~10 november~~ 17 november", "2022-11-17"},
      {"2022", "~~ons 9/11~~ tors 10/11", "2022-11-10"},
      {"2022", "17 november (~~10 november~~)", "2022-11-17"},
      {"2022", "~~6/2~~ INSTÄLLT", "2022-02-06 (INSTÄLLT)"},
      {"2022", "~~6/2~~ nytt datum kommer", "- !not_a_date[~~6/2~~ nytt datum kommer]"},
  };
  for (const FramedRow& row : rows) {
    CAPTURE(row.term, row.typed);
    CHECK(read(row.typed, row.term) == row.expected);
  }
}

TEST_CASE("a value without a date says so, a blank one is silent") {
  for (const char* typed : {"meddelas senare", "2019", "HT 2022", "2019/2020", "v. 41", "oktober 2019", "13–16", "10",
                            "10.10", "torsdag"}) {
    CAPTURE(typed);
    CHECK(read(typed, "2019/2020") == "- !not_a_date[" + std::string(typed) + "]");
  }
  for (const char* typed : {"", "  ", "-", "–", " – "}) CHECK(read(typed) == "-");
}

TEST_CASE("a list of dates gives every date") {
  const auto list = [](std::string_view value, std::string_view term) {
    return shown(parse_date_list(value, parse_term(term)), value);
  };
  CHECK(list("26/8, 16/8", "2022") == "- alt 2022-08-26 alt 2022-08-16");
  CHECK(list("26/8, 16/8 2022", "") == "- alt 2022-08-26 alt 2022-08-16");
  CHECK(list("26 augusti och 27 augusti 2022", "") == "- alt 2022-08-26 alt 2022-08-27");
  CHECK(list("fre 26/8; tis 16/8", "2022") == "- alt 2022-08-26 alt 2022-08-16");
  CHECK(list("20/12, 9/1 2023", "") == "- alt 2022-12-20 alt 2023-01-09");
  CHECK(list("2022-08-26 2022-08-16", "") == "- alt 2022-08-26 alt 2022-08-16");
  CHECK(list("26/8, 31/9", "2022") == "- alt 2022-08-26 !impossible[31/9]");
  CHECK(list("26/8", "") == "- !year_missing[26/8]");
  CHECK(list("inga", "2022") == "- !not_a_date[inga]");
}

TEST_CASE("a found date knows where it stands and whether its year was written") {
  const ParsedDates parsed = parse_dates("  fre 19/8 2022 (alt. 26/8)", std::nullopt);
  CHECK(parsed.date->offset == 2);
  CHECK(parsed.date->length == std::string_view("fre 19/8 2022").size());
  CHECK(parsed.date->year_written);
  CHECK_FALSE(parsed.alternates.front().year_written);
}
