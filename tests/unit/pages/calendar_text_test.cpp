#include "pages/calendar.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "base/unicode.h"

using namespace traff;

namespace {

constexpr Date october_10{std::chrono::year(2019), std::chrono::month(10), std::chrono::day(10)};

CalendarEvent plain_event() {
  CalendarEvent event;
  event.uid = "a";
  event.revision = {2, october_10};
  event.first = event.last = october_10;
  event.summary = "Träff 1";
  return event;
}

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("every line of a calendar ends with CR LF and has 75 octets at most, no character cut in two") {
  CalendarEvent event = plain_event();
  for (int i = 0; i < 60; ++i) event.summary += "åäö€🙂";
  const std::string text = calendar_text("Nätverket", {&event, 1});
  CHECK(replace_all(text, "\r\n", "").find_first_of("\r\n") == std::string::npos);
  for (const std::string_view line : split_lines(text)) {
    CHECK(line.size() <= 75);
    CHECK(first_invalid_utf8(line) == std::string_view::npos);
  }
  CHECK(replace_all(text, "\r\n ", "").find("SUMMARY:" + event.summary + "\r\n") != std::string::npos);
}

TEST_CASE("marks that end a value are escaped and control characters left out") {
  CalendarEvent event = plain_event();
  event.summary = "a,b;c\\d\ne\x01";
  CHECK(has_line(calendar_text("", {&event, 1}), "SUMMARY:a\\,b\\;c\\\\d\\ne"));
}

TEST_CASE("the edition of an event is what it was given") {
  const CalendarEvent event = plain_event();
  const std::string text = calendar_text("", {&event, 1});
  CHECK(has_line(text, "SEQUENCE:2"));
  CHECK(has_line(text, "DTSTAMP:20191010T000000Z"));
}

TEST_CASE("a text twice as long costs twice the calendar") {
  CalendarEvent event = plain_event();
  event.summary.assign(10000, 'x');
  const std::size_t once = calendar_text("", {&event, 1}).size();
  event.summary.assign(20000, 'x');
  CHECK(calendar_text("", {&event, 1}).size() < 2 * once);
}
