#include "course/dates/clock.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string read(std::string_view text) {
  const auto range = parse_time_range(text);
  if (!range) return "no time";
  return (range->all_day ? "Heldag" : time_range(*range, Language::sv));
}

struct Row {
  const char* typed;
  const char* expected;
};

}  // namespace

TEST_CASE("times are read in every way they are typed") {
  const Row rows[] = {
      {"9-16", "09.00–16.00"},
      {"13–16", "13.00–16.00"},
      {"09.00–16.00", "09.00–16.00"},
      {"09:00 - 16:00", "09.00–16.00"},
      {"9.00\u00A0–\u00A016.30", "09.00–16.30"},
      {"13-14.30", "13.00–14.30"},
      {"kl. 13", "13.00"},
      {"Kl 13.15", "13.15"},
      {"klockan 9–12", "09.00–12.00"},
      {"kl. 9 till kl. 12", "09.00–12.00"},
      {"9:30", "09.30"},
      {"09", "09.00"},
      {"13.00–", "13.00"},
      {"18-24", "18.00–24.00"},
      {"från 9 till 16", "09.00–16.00"},
      {"9–ca 16", "09.00–16.00"},
      {"9–16.", "09.00–16.00"},
      {"heldag", "Heldag"},
      {"Heldag.", "Heldag"},
      {"hela dagen", "Heldag"},
      {"All day", "Heldag"},
      {"Heldag, 9–16", "09.00–16.00"},
      {"fm", "08.00–12.00"},
      {"FM.", "08.00–12.00"},
      {"em", "13.00–17.00"},
      {"eftermiddag", "13.00–17.00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.expected);
  }
}

TEST_CASE("several times, and words beside them, are read from the first to the last") {
  struct Times {
    const char* typed;
    const char* expected;
  };
  const auto read_times = [](std::string_view text) {
    const WrittenTimes times = parse_times(text);
    const std::string whole = times.whole ? time_range(*times.whole, Language::sv) : "-";
    constexpr std::string_view problems[] = {"", " impossible", " unread"};
    return whole + (times.says_more ? " and more" : "") +
           std::string(problems[static_cast<std::size_t>(times.problem)]);
  };
  for (const Times& row : {
           Times{"9–16", "09.00–16.00"},
           Times{"9–11.30 och 13–15", "09.00–15.00 and more"},
           Times{"9-12, 13-16", "09.00–16.00 and more"},
           Times{"8.15-16.45 (lunch 12-13)", "08.15–16.45 and more"},
           Times{"9–16, fika från 8.30", "09.00–16.00 and more"},
           Times{"9am-3pm", "09.00–15.00"},
           Times{"12 pm to 3 p.m.", "12.00–15.00"},
           Times{"25-26", "- impossible"},
           Times{"12-9", "- impossible"},
           Times{"9.75", "- impossible"},
           Times{"22-01", "- unread"},
           Times{"efter 13-rasten", "- unread"},
           Times{"10/10", "- unread"},
           Times{"1 ½ h per grupp", "-"},
           Times{"90 min", "-"},
           Times{"lunch till lunch", "-"},
           Times{"meddelas", "-"},
       }) {
    CAPTURE(row.typed);
    CHECK(read_times(row.typed) == row.expected);
  }
}

TEST_CASE("what is no time gives nothing") {
  for (const char* text :
       {"",       "–",         "16–9", "9–9",       "25",    "9.75",       "24.30",      "9.5",   "1 ½ h",
        "90 min", "10-20 min", "2019", "2019-2020", "10/10", "10.10.2019", "2019-10-10", "lunch", "9–16 och 18–20",
        "kl",     "meddelas"}) {
    CAPTURE(text);
    CHECK(read(text) == "no time");
  }
}
