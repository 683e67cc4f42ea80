#include "course/meeting_order.h"

#include <algorithm>

namespace traff {

namespace {

bool is_earlier(const Meeting& a, const Meeting& b) {
  const auto day = [](const Meeting& meeting) {
    const auto& date = meeting.occasion.date;
    return date ? std::chrono::sys_days(date->first) : std::chrono::sys_days::max();
  };
  return day(a) < day(b);
}

}  // namespace

void sort_meetings(std::vector<MeetingIndex>& order, const std::vector<Meeting>& meetings) {
  const auto earlier = [&](MeetingIndex a, MeetingIndex b) { return is_earlier(meetings[a], meetings[b]); };
  const auto loose_begin =
      std::stable_partition(order.begin(), order.end(), [&](MeetingIndex i) { return meetings[i].number > 0; });
  std::stable_sort(order.begin(), loose_begin, [&](MeetingIndex a, MeetingIndex b) {
    const int left = meetings[a].number, right = meetings[b].number;
    return left != right ? left < right : earlier(a, b);
  });
  std::stable_sort(loose_begin, order.end(), earlier);
  std::vector<MeetingIndex> merged;
  auto loose = loose_begin;
  for (auto numbered = order.begin(); numbered != loose_begin; ++numbered) {
    const bool dated = meetings[*numbered].occasion.date.has_value();
    while (loose != order.end() && dated && earlier(*loose, *numbered)) merged.push_back(*loose++);
    merged.push_back(*numbered);
  }
  merged.insert(merged.end(), loose, order.end());
  order = std::move(merged);
}

}  // namespace traff
