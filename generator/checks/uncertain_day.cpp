#include "checks/uncertain_day.h"

#include <algorithm>

#include "base/date.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::chrono::days near{14};  // readers have begun to plan their journey

Place place_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  if (field == nullptr) return {document.path, 0, 0, 0};
  return {document.path, field->line, field->column, static_cast<std::uint32_t>(code_point_count(field->value))};
}

std::string days_from_now(std::chrono::days days, Language language) {
  const bool sv = language == Language::sv;
  if (days.count() == 0) return sv ? "i dag" : "today";
  if (days.count() == 1) return sv ? "i morgon" : "tomorrow";
  const std::string count = std::to_string(days.count());
  return sv ? "om " + count + " dagar" : "in " + count + " days";
}

// One message for each: what settles the day settles its reserve dates too.
void check_occasion(const Occasion& occasion, const Place& of_date, const Place& of_alternates, const Date& today,
                    std::vector<Diagnostic>& found) {
  if (!occasion.date || occasion.status != MeetingStatus::tentative) return;
  const std::chrono::days left = std::chrono::sys_days(occasion.date->first) - std::chrono::sys_days(today);
  if (left.count() < 0) return;
  if (left <= near) {
    found.push_back({"F8", of_date, {}, {days_from_now(left, Language::sv), days_from_now(left, Language::en)}});
    return;
  }
  const auto passed = std::find_if(occasion.alternates.begin(), occasion.alternates.end(),
                                   [&](const Date& date) { return date < today; });
  if (passed == occasion.alternates.end()) return;
  found.push_back({"F26", of_alternates, {}, {long_date(*passed, Language::sv), long_date(*passed, Language::en)}});
}

}  // namespace

std::vector<Diagnostic> check_uncertain_days(std::span<const Document> documents, const Course& course,
                                             const Date& today) {
  std::vector<Diagnostic> found;
  for (const Meeting& meeting : course.meetings) {
    const Document& document = documents[meeting.document];
    const Place of_date = place_of(document, Key::date);
    const bool has_alternates = document.front_matter.find(Key::alternates) != nullptr;
    check_occasion(meeting.occasion, of_date, has_alternates ? place_of(document, Key::alternates) : of_date, today,
                   found);
  }
  for (const Network& network : course.networks) {
    for (const TableOccasion& row : network.occasions) {
      const Place place{documents[row.document].path, row.line, 0, 0};
      check_occasion(row.occasion, place, place, today, found);
    }
  }
  return found;
}

}  // namespace traff
