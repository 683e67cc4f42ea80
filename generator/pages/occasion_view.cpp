#include "pages/occasion_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pages/urls.h"

namespace traff {

namespace {

struct Upcoming {
  const Occasion* occasion;
  std::string title;
  std::string address;
};

void put(nlohmann::json& view, const char* name, std::string value) {
  if (!value.empty()) view[name] = std::move(value);
}

nlohmann::json occasion_json(const Upcoming& upcoming, std::string_view address, const SiteContext& site) {
  const Occasion& occasion = *upcoming.occasion;
  nlohmann::json view;
  view["title"] = upcoming.title;
  put(view, "href", upcoming.address.empty() ? std::string() : relative_href(address, upcoming.address));
  view["date_iso"] = iso_date(occasion.date->first);
  view["end_iso"] = iso_date(occasion.date->last);
  view["date"] = date_words(occasion, site.language());
  put(view, "time", time_words(occasion, site.language()));
  put(view, "place", occasion.place);
  put(view, "audience", occasion.audience);
  put(view, "status", status_words(occasion, site.theme));
  if (occasion.status == MeetingStatus::cancelled) view["cancelled"] = true;
  return view;
}

}  // namespace

std::string date_words(const Occasion& occasion, Language language) {
  if (!occasion.date) return {};
  const FoundDate& date = *occasion.date;
  return date.first == date.last ? long_date_with_weekday(date.first, language) : date_range(date.first, date.last, language);
}

std::string time_words(const Occasion& occasion, Language language) {
  return occasion.time ? time_range(*occasion.time, language) : occasion.time_text;
}

std::string status_words(const Occasion& occasion, const Theme& theme) {
  if (occasion.status == MeetingStatus::cancelled) return std::string(theme.text("status.cancelled"));
  if (occasion.status == MeetingStatus::tentative) return std::string(theme.text("status.tentative"));
  if (occasion.status == MeetingStatus::moved) return std::string(theme.text("status.moved"));
  return {};
}

std::string alternates_words(const Occasion& occasion, Language language) {
  std::string words;
  for (const Date& date : occasion.alternates) words += (words.empty() ? "" : ", ") + long_date(date, language);
  return words;
}

std::string meeting_title(const Meeting& meeting, const Theme& theme) {
  if (meeting.number == 0) return meeting.occasion.title;
  const std::string number = theme.text("meeting.number", {{"n", std::to_string(meeting.number)}});
  return meeting.occasion.title == number ? number : number + ": " + meeting.occasion.title;
}

nlohmann::json upcoming_view(const std::vector<NetworkIndex>& networks, std::string_view address, const SiteContext& site) {
  std::vector<Upcoming> dated;
  for (const NetworkIndex index : networks) {
    const Network& network = site.course.networks[index];
    for (const MeetingIndex i : network.meetings) {
      const Meeting& meeting = site.course.meetings[i];
      if (meeting.occasion.date) dated.push_back({&meeting.occasion, meeting_title(meeting, site.theme), site.map.address_of(meeting.document)});
    }
    for (const TableOccasion& row : network.occasions) {
      dated.push_back({&row.occasion, row.occasion.title, site.map.address_of(row.document)});
    }
  }
  if (dated.empty()) return nullptr;
  std::stable_sort(dated.begin(), dated.end(), [](const Upcoming& a, const Upcoming& b) {
    return std::chrono::sys_days(a.occasion->date->first) < std::chrono::sys_days(b.occasion->date->first);
  });
  nlohmann::json meetings = nlohmann::json::array();
  for (const Upcoming& upcoming : dated) meetings.push_back(occasion_json(upcoming, address, site));
  nlohmann::json view;
  view["meetings"] = std::move(meetings);
  return view;
}

}  // namespace traff
