#include "pages/between_period.h"

namespace traff {

namespace {

const Meeting& meeting_at(NetworkIndex network, std::uint32_t position, const Course& course) {
  return course.meetings[course.networks[network].meetings[position]];
}

}  // namespace

std::string between_title(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme) {
  if (position == 0) return std::string(theme.text("before.first"));
  return theme.text("between", {{"a", std::to_string(meeting_at(network, position - 1, course).number)},
                                     {"b", std::to_string(meeting_at(network, position, course).number)}});
}

std::string between_period(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme) {
  const auto& last = meeting_at(network, position, course).occasion.date;
  if (!last) return {};
  if (position == 0) return theme.text("before.until", {{"date", long_date(last->first, course.site.language)}});
  const auto& first = meeting_at(network, position - 1, course).occasion.date;
  if (!first || std::chrono::sys_days(first->last) > std::chrono::sys_days(last->first)) return {};
  return date_range(first->last, last->first, course.site.language);
}

}  // namespace traff
