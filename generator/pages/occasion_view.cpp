#include "pages/occasion_view.h"

#include <algorithm>

#include "course/audience.h"
#include "pages/preparation_view.h"
#include "pages/urls.h"

namespace traff {

namespace {

struct Upcoming {
  const Occasion* occasion;
  std::string title;
  std::string address;
  std::string network_title;
  View preparation;
};

// What the filter looks for; none when it is for everyone.
std::string audience_keys(const Occasion& occasion) {
  std::string keys;
  for (const Audience& audience : parse_audiences(occasion.audience)) keys += (keys.empty() ? "" : " ") + audience.key;
  return keys;
}

std::vector<View> audience_choices(const Network& network, const SiteContext& site) {
  std::vector<View> choices;
  for (Audience& audience : audiences_of(network, site.course, site.documents)) {
    choices.emplace_back();
    choices.back().put("key", std::move(audience.key));
    choices.back().put("name", std::move(audience.name));
  }
  return choices;
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
  for (const Date& date : occasion.alternates) {
    const bool same_year = occasion.date && occasion.date->first.year() == date.year();
    words += (words.empty() ? "" : ", ") + (same_year ? day_and_month(date, language) : long_date(date, language));
  }
  return words;
}

View occasion_view(const Occasion& occasion, const std::string& title, std::string_view to, std::string_view address,
                   const SiteContext& site) {
  View view;
  view.put("title", title);
  if (!to.empty()) view.put("href", relative_href(address, to));
  if (occasion.date) {
    view.put("date_iso", iso_date(occasion.date->first));
    view.put("end_iso", iso_date(occasion.date->last));
  }
  view.put("date", date_words(occasion, site.language()));
  view.put("time", time_words(occasion, site.language()));
  view.put("place", occasion.place);
  view.put("audience", occasion.audience);
  if (!occasion.audience.empty()) view.put("audience_keys", audience_keys(occasion));
  view.put("status", status_words(occasion, site.theme));
  view.put("alternates", alternates_words(occasion, site.language()));
  view.put_flag("cancelled", occasion.status == MeetingStatus::cancelled);
  return view;
}

View upcoming_view(const std::vector<NetworkIndex>& networks, std::string_view address, const SiteContext& site) {
  std::vector<Upcoming> dated;
  for (const NetworkIndex index : networks) {
    const Network& network = site.course.networks[index];
    const std::string of = networks.size() > 1 ? network.title : std::string();
    const Preparations preparations(index, address, site);
    for (std::uint32_t position = 0; position < network.meetings.size(); ++position) {
      const Meeting& meeting = site.course.meetings[network.meetings[position]];
      if (!meeting.occasion.date) continue;
      dated.push_back({&meeting.occasion, meeting_title(meeting, site.theme), site.map.address_of(meeting.document), of,
                       preparations.of(position)});
    }
    for (const TableOccasion& row : network.occasions) {
      dated.push_back({&row.occasion, row.occasion.title, site.map.address_of(row.document), of, {}});
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](const Upcoming& a, const Upcoming& b) {
    return std::chrono::sys_days(a.occasion->date->first) < std::chrono::sys_days(b.occasion->date->first);
  });
  std::vector<View> meetings;
  for (Upcoming& upcoming : dated) {
    meetings.push_back(occasion_view(*upcoming.occasion, upcoming.title, upcoming.address, address, site));
    meetings.back().put("network_title", upcoming.network_title);
    if (!upcoming.preparation.empty()) meetings.back().put_object("preparation", std::move(upcoming.preparation));
  }
  View view;
  view.put_list("meetings", std::move(meetings));
  if (networks.size() == 1) view.put_list("audiences", audience_choices(site.course.networks[networks.front()], site));
  return view;
}

}  // namespace traff
