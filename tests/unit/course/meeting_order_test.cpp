#include "course/assemble_course.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

// A träff with a number (0: none) on a day of October 2019 (0: no date).
struct Written {
  int number;
  unsigned day;
};

std::vector<MeetingIndex> order_of(const std::vector<Written>& written) {
  std::vector<Meeting> meetings;
  std::vector<MeetingIndex> order;
  for (const Written& one : written) {
    Meeting meeting;
    meeting.number = one.number;
    const Date date = std::chrono::year(2019) / 10 / std::chrono::day(one.day);
    if (one.day > 0) meeting.occasion.date = FoundDate{date, date};
    order.push_back(static_cast<MeetingIndex>(meetings.size()));
    meetings.push_back(meeting);
  }
  sort_meetings(order, meetings);
  return order;
}

using Order = std::vector<MeetingIndex>;

}  // namespace

TEST_CASE("träffar stand by number, whatever their dates") {
  CHECK(order_of({{10, 1}, {2, 9}, {1, 20}}) == Order{2, 1, 0});
  CHECK(order_of({{2, 9}, {2, 3}}) == Order{1, 0});
}

TEST_CASE("a träff without a number stands before the first that is later") {
  CHECK(order_of({{1, 5}, {2, 20}, {0, 10}}) == Order{0, 2, 1});
  CHECK(order_of({{1, 20}, {2, 5}, {0, 10}}) == Order{2, 0, 1});
  CHECK(order_of({{0, 9}, {0, 3}}) == Order{1, 0});
}

TEST_CASE("a träff without number and date stands last, and one without a date holds nobody back") {
  CHECK(order_of({{0, 0}, {1, 5}}) == Order{1, 0});
  CHECK(order_of({{1, 0}, {0, 10}, {2, 20}}) == Order{0, 1, 2});
}
