#include <catch2/catch.hpp>

#include "course/dates/calendar_date.h"

using namespace traff;

namespace {

// "2019-10-10[torsdag 10 oktober] !wrong_weekday[…]"
std::string found_in(std::string_view text, std::string_view term = "2019/2020") {
  const DatesInText found = find_dates(text, parse_term(term));
  std::string line;
  for (const FoundDate& date : found.dates) {
    line += iso_date(date.first);
    if (date.last != date.first) line += ".." + iso_date(date.last);
    line += "[" + std::string(text.substr(date.offset, date.length)) + "] ";
  }
  for (const DateProblem& problem : found.problems) {
    line += problem.kind == DateProblem::Kind::wrong_weekday ? "!weekday[" : "!impossible[";
    line += std::string(text.substr(problem.offset, problem.length)) + "] ";
  }
  if (!line.empty()) line.pop_back();
  return line;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("sure dates are found in running text") {
  const Row rows[] = {
      {"Vi ses torsdag 10 oktober i Kalmar.", "2019-10-10[torsdag 10 oktober]"},
      {"Vi ses torsdagen den 10 oktober 2019.", "2019-10-10[torsdagen den 10 oktober 2019]"},
      {"Senast den 5 dec. ska planen vara klar", "2019-12-05[den 5 dec.]"},
      {"(tors 10/10)", "2019-10-10[tors 10/10]"},
      {"Träff 2 är 5/12 2019.", "2019-12-05[5/12 2019]"},
      {"Träff 2, 5 december, Växjö", "2019-12-05[5 december]"},
      {"Träff 2 5 december", "2019-12-05[5 december]"},
      {"Datum: 2019-10-10, Kalmar", "2019-10-10[2019-10-10]"},
      {"mellan 10 oktober–5 december läser vi", "2019-10-10..2019-12-05[10 oktober–5 december]"},
      {"vecka 41, 7–11 oktober", "2019-10-07..2019-10-11[7–11 oktober]"},
      {"10 oktober och 5 december", "2019-10-10[10 oktober] 2019-12-05[5 december]"},
      {"10.10.2019 träffas vi", "2019-10-10[10.10.2019]"},
      {"On 10 October we meet", "2019-10-10[10 October]"},
      {"10 maj 2020 och 1 maj", "2020-05-10[10 maj 2020] 2020-05-01[1 maj]"},
      {"Den 23 september 2018 började lagen gälla", "2018-09-23[Den 23 september 2018]"},
      {"Nobeldagen 10 december 1901 firades", "1901-12-10[10 december 1901]"},
      {"17 januari 2020)", "2020-01-17[17 januari 2020]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(found_in(row.text) == row.expected);
  }
}

TEST_CASE("wrong weekdays and days that do not exist are told in running text") {
  CHECK(found_in("Vi ses onsdag 10 oktober 2019.") ==
        "2019-10-10[onsdag 10 oktober 2019] !weekday[onsdag 10 oktober 2019]");
  CHECK(found_in("onsdagen den 10/10") == "2019-10-10[onsdagen den 10/10] !weekday[onsdagen den 10/10]");
  CHECK(found_in("Lämna in den 31 september.") == "!impossible[den 31 september]");
  CHECK(found_in("mån 31/9") == "!impossible[mån 31/9]");
  CHECK(found_in("Klart 2019-13-01.") == "!impossible[2019-13-01]");
  CHECK(found_in("onsdag 10 oktober", "").empty());
}

TEST_CASE("numbers that are no dates give no alarm") {
  for (const char* text : {"1/2 kopp",
                           "2019/2020",
                           "läsåret 2019/2020",
                           "HT 2022",
                           "kap. 3",
                           "s. 3–5",
                           "10-20 min",
                           "A4",
                           "3.2.1",
                           "Lgr 11",
                           "SFS 2010:800",
                           "13–16",
                           "kl. 9–16",
                           "09.00–16.00",
                           "Träff 3",
                           "Träff 3 oktober 2019",
                           "s. 3–5 maj",
                           "grupp 1 och 2 maj",
                           "1/2",
                           "den 1/2 koppen",
                           "3/4 av eleverna",
                           "24/7",
                           "50/50",
                           "prop. 2017/18:299",
                           "dnr 2019/123",
                           "dnr 45/60 2019",
                           "(Skolverket, 2020, s. 12)",
                           "version 10.10.2019",
                           "192.168.10.10",
                           "10.10",
                           "9:30",
                           "070-123 45 67",
                           "850713-1234",
                           "19850713-1234",
                           "ISBN 978-91-44-10-10",
                           "/2019-10-10/bild.png",
                           "protokoll-2019-10-10.pdf",
                           "2019-10-10.pdf",
                           "1. Jan Andersson",
                           "2 Maj Karlsson",
                           "1 August Strindberg",
                           "10 may attend",
                           "5 March",
                           "för fred 10/12",
                           "ledig fri 1/2 dag",
                           "1 maj-firande",
                           "45 oktober",
                           "2019-99-99",
                           "10 %",
                           "1 000 kr",
                           "31.11.2019",
                           "v. 41",
                           "mellan 9 och 10",
                           "Katz & Dack (2017)",
                           "1–2 gånger",
                           "5 x 10",
                           "H17A",
                           "REP003",
                           "12 julklappar"}) {
    CAPTURE(text);
    CHECK(found_in(text).empty());
  }
}

TEST_CASE("a weekday that repeats is not held against the first day") {
  CHECK(found_in("varje torsdag 1 oktober–30 november") == "2019-10-01..2019-11-30[torsdag 1 oktober–30 november]");
}

TEST_CASE("two paragraphs never share a date") {
  CHECK(found_in("Vi ses 10\n\noktober").empty());
  CHECK(found_in("Vi ses 10\noktober") == "2019-10-10[10\noktober]");
}
