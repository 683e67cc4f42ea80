#include "pages/facts/occasion_view.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "course/model/audience.h"
#include "course/model/page_kind.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/urls.h"
#include "theme/view.h"

namespace traff {

namespace {

// What to do before a träff, said where the year's days are listed and in the box of the next one.

// `preparation` of docs/theme.md for the träffar of one network; its redovisningar are found once.
class Preparations {
 public:
  Preparations(NetworkIndex network, std::string_view address, const SiteContext& site);

  // `position`: in Network::meetings. Empty when the träff asks for nothing.
  View of(std::uint32_t position) const;

 private:
  std::string words(std::string_view id, const Meeting& meeting) const;
  std::string whole_text(const Meeting& meeting, std::uint32_t position) const;
  View task(const Assignment& found) const;

  NetworkIndex network_;
  std::string_view address_;
  const SiteContext& site_;
  std::unordered_multimap<MeetingIndex, Assignment> assignments_;
};

Preparations::Preparations(NetworkIndex network, std::string_view address, const SiteContext& site)
    : network_(network), address_(address), site_(site) {
  for (const Assignment& found : shown_assignments(network, site)) {
    if (found.meeting != no_index) assignments_.emplace(found.meeting, found);
  }
}

View Preparations::of(std::uint32_t position) const {
  const MeetingIndex index = site_.course.networks[network_].meetings[position];
  const Meeting& meeting = site_.course.meetings[index];
  std::vector<View> points;
  for (const std::string& words : meeting.preparations) {
    points.emplace_back();
    points.back().put("text", words);
  }
  std::vector<View> tasks;
  const auto [first, last] = assignments_.equal_range(index);
  for (auto at = first; at != last; ++at) tasks.push_back(task(at->second));
  View view;
  if (points.empty() && tasks.empty()) return view;
  view.put("label", words("prepare", meeting));
  view.put_list("points", std::move(points));
  view.put_list("tasks", std::move(tasks));
  const std::string to = whole_text(meeting, position);
  if (to.empty()) return view;
  view.put("whole_href", to);
  view.put("whole_title", words("prepare.all", meeting));
  return view;
}

std::string Preparations::words(std::string_view id, const Meeting& meeting) const {
  if (meeting.number == 0) return std::string(site_.theme.text(std::string(id) + ".plain"));
  return site_.theme.text(id, {{"n", std::to_string(meeting.number)}});
}

// The mellanperiod's page, or the heading in the träff's own.
std::string Preparations::whole_text(const Meeting& meeting, std::uint32_t position) const {
  const std::uint32_t heading = find_section(meeting, SectionKind::prepare);
  if (heading == no_index) return {};
  if (const SitePage* between = site_.map.between(network_, position)) return relative_href(address_, between->address);
  const std::string& own = site_.map.address_of(meeting.document);
  return own.empty() ? std::string()
                     : relative_href(address_, own) + "#" + site_.documents[meeting.document].headings[heading].id;
}

View Preparations::task(const Assignment& found) const {
  const FrontMatter& keys = site_.documents[found.document].front_matter;
  View view;
  view.put("title", assignment_title(found, site_));
  view.put("href", relative_href(address_, site_.map.address_of(found.document)));
  const std::string form(keys.value(Key::form));
  const std::string length(keys.value(Key::duration));
  view.put("how", form.empty() || length.empty() ? form + length : form + ", " + length);
  return view;
}

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
  for (const Audience& audience : occasion.audiences) keys += (keys.empty() ? "" : " ") + audience.key;
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
  return date.first == date.last ? long_date_with_weekday(date.first, language)
                                 : date_range(date.first, date.last, language);
}

std::string time_words(const Occasion& occasion, Language language) {
  return occasion.time && occasion.time_text.empty() ? time_range(*occasion.time, language) : occasion.time_text;
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

std::vector<Assignment> shown_assignments(NetworkIndex network, const SiteContext& site) {
  std::vector<Assignment> shown = site.course.networks[network].assignments;
  std::erase_if(shown, [&](const Assignment& found) { return site.map.address_of(found.document).empty(); });
  return shown;
}

std::string assignment_title(const Assignment& assignment, const SiteContext& site) {
  const std::string& title = site.documents[assignment.document].title;
  if (assignment.letter == '\0') return title;
  const std::string label = site.theme.text("assignment", {{"letter", std::string(1, assignment.letter)}});
  const std::string_view subject = title_without_number(title);
  return subject.starts_with(label) ? std::string(subject) : label + ": " + std::string(subject);
}

std::vector<View> assignment_views(NetworkIndex network, std::string_view address, const SiteContext& site,
                                   MeetingIndex presented_at) {
  std::vector<View> views;
  for (const Assignment& assignment : shown_assignments(network, site)) {
    if (presented_at != no_index && assignment.meeting != presented_at) continue;
    const FrontMatter& keys = site.documents[assignment.document].front_matter;
    View view;
    view.put("title", assignment_title(assignment, site));
    view.put("href", relative_href(address, site.map.address_of(assignment.document)));
    if (assignment.meeting != no_index && presented_at == no_index) {
      const Meeting& meeting = site.course.meetings[assignment.meeting];
      const std::string number = site.theme.text("meeting.number", {{"n", std::to_string(meeting.number)}});
      view.put("when",
               join({number, date_words(meeting.occasion, site.language())}, meeting.occasion.date ? ", " : ""));
    }
    view.put("form", std::string(keys.value(Key::form)));
    view.put("length", std::string(keys.value(Key::duration)));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace traff
