#include "course/dates/term.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string span_of(std::string_view text) {
  const auto frame = parse_term(text);
  return frame ? iso_date(frame->first) + " " + iso_date(frame->last) : "";
}

}  // namespace

TEST_CASE("a school year runs from July to July") {
  const std::string expected = "2019-07-01 2020-07-31";
  for (const char* text : {"2019/2020", "2019/20", "2019-2020", "2019–2020", "läsåret 2019/2020", "Läsår 2019/20",
                           "LÄSÅRET 19/20", " 2019/2020. ", "academic year 2019/2020", "läsåret\u00A02019/2020"}) {
    CAPTURE(text);
    CHECK(span_of(text) == expected);
  }
}

TEST_CASE("a term reaches a month into the next") {
  for (const char* text : {"HT 2022", "ht22", "Ht-22", "HT-2022", "ht 22", "HT’22", "hösten 2022", "Höstterminen 2022",
                           "autumn term 2022"}) {
    CAPTURE(text);
    CHECK(span_of(text) == "2022-07-01 2023-01-31");
  }
  for (const char* text : {"VT 2023", "vt23", "vt-23", "våren 2023", "Spring 2023"}) {
    CAPTURE(text);
    CHECK(span_of(text) == "2023-01-01 2023-07-31");
  }
}

TEST_CASE("two terms make one frame") {
  CHECK(span_of("HT 2022–VT 2023") == "2022-07-01 2023-07-31");
  CHECK(span_of("ht22/vt23") == "2022-07-01 2023-07-31");
  CHECK(span_of("HT 2022 och VT 2023") == "2022-07-01 2023-07-31");
  CHECK(span_of("VT 2023 - HT 2023") == "2023-01-01 2024-01-31");
}

TEST_CASE("a year alone is the calendar year") { CHECK(span_of("2022") == "2022-01-01 2022-12-31"); }

TEST_CASE("anything else is no term") {
  for (const char* text :
       {"", "2019/2021", "2020/2019", "HT", "HT 2", "VT 2023–HT 2022", "Processledarstöd", "19/20", "HT 2022 kväll",
        "2019/2020/2021", "1066", "20222", "läsåret", "läsåret 2019", "10/10 2019", "HT 2022–"}) {
    CAPTURE(text);
    CHECK(span_of(text).empty());
  }
}

TEST_CASE("a semester is one half of a school year, whatever stands after it") {
  for (const char* text : {"HT 2022", "Vt-23", "vårterminen 2023", "VT 2023, onsdagar"}) {
    CAPTURE(text);
    CHECK(is_semester(text));
  }
  for (const char* text : {"", "2019/2020", "HT 2022–VT 2023", "HT 2022, VT 2023", "2022"}) {
    CAPTURE(text);
    CHECK_FALSE(is_semester(text));
  }
}
