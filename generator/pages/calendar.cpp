#include "pages/calendar.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "base/slug.h"
#include "pages/calendar_text.h"
#include "pages/occasion_view.h"
#include "pages/urls.h"

namespace traff {

namespace {

// With more of them nobody wants all their days in one calendar.
constexpr std::size_t few_networks = 8;

bool has_page(const Meeting& meeting, const SiteContext& site) {
  return meeting.occasion.date && !site.map.address_of(meeting.document).empty();
}

bool has_events(const Network& network, const SiteContext& site) {
  const bool rows = std::any_of(network.occasions.begin(), network.occasions.end(), [](const TableOccasion& row) { return row.occasion.date.has_value(); });
  return rows || std::any_of(network.meetings.begin(), network.meetings.end(), [&](MeetingIndex i) { return has_page(site.course.meetings[i], site); });
}

bool is_wanted(const Occasion& occasion, std::string_view audience_key) {
  return audience_key.empty() || is_for(occasion, audience_key);
}

// What the author says, else git, else the day itself, so that a moved day is a new stamp.
EventRevision revision_of(DocumentIndex index, const Date& day, const SiteContext& site) {
  const std::optional<LastChange> last = index < site.origin.changed.size() ? site.origin.changed[index] : std::nullopt;
  const ParsedDates said = parse_dates(site.documents[index].front_matter.value(Key::updated), std::nullopt);
  const Date known = last ? last->day : day;
  return {last ? static_cast<int>(last->changes) : 0, said.date ? said.date->first : known};
}

CalendarEvent::Status event_status(MeetingStatus status) {
  if (status == MeetingStatus::cancelled) return CalendarEvent::Status::cancelled;
  if (status == MeetingStatus::tentative) return CalendarEvent::Status::tentative;
  return CalendarEvent::Status::confirmed;
}

class EventMaker {
 public:
  EventMaker(const Network& network, const SiteContext& site) : network_(network), site_(site) {}

  CalendarEvent of_meeting(const Meeting& meeting) const {
    const std::string& address = site_.map.address_of(meeting.document);
    CalendarEvent event = of_occasion(meeting.occasion, meeting_title(meeting, site_.theme), meeting.document);
    event.uid = uid(address.substr(0, address.rfind('.')));
    return event;
  }

  // A row has no name of its own: it is the second, say, of its kind in its file, wherever its day is moved.
  std::vector<CalendarEvent> of_rows(std::string_view audience_key) const {
    std::vector<const TableOccasion*> rows;
    for (const TableOccasion& row : network_.occasions) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const TableOccasion* a, const TableOccasion* b) {
      return std::tie(a->document, a->line) < std::tie(b->document, b->line);
    });
    std::map<std::string, int> seen;
    std::vector<CalendarEvent> events;
    for (const TableOccasion* row : rows) {
      const std::string& address = site_.map.address_of(row->document);
      const std::string name = address.substr(0, address.rfind('.')) + "/" + slug(row->occasion.title + " " + row->occasion.audience);
      const int number = ++seen[name];
      if (!row->occasion.date || !is_wanted(row->occasion, audience_key)) continue;
      const std::string& title = row->occasion.title.empty() ? network_.title : row->occasion.title;
      events.push_back(of_occasion(row->occasion, title, row->document));
      events.back().uid = uid(name + "-" + std::to_string(number));
    }
    return events;
  }

 private:
  // The term keeps two years of a network at the same place apart.
  std::string uid(const std::string& name) const {
    const std::string term = slug(network_.term_text);
    return name + "@" + (term.empty() ? "" : term + ".") + "traff";
  }

  CalendarEvent of_occasion(const Occasion& occasion, const std::string& title, DocumentIndex document) const {
    CalendarEvent event;
    event.revision = revision_of(document, occasion.date->first, site_);
    event.first = occasion.date->first;
    event.last = occasion.date->last;
    event.time = occasion.time;
    event.status = event_status(occasion.status);
    const bool cancelled = event.status == CalendarEvent::Status::cancelled;
    event.summary = (cancelled ? std::string(site_.theme.text("status.cancelled")) + ": " : "") + title;
    event.description = description(occasion, site_.documents[document]);
    event.location = occasion.place;
    if (!site_.course.site.address.empty()) event.url = site_.course.site.address + site_.map.address_of(document);
    for (Audience& audience : parse_audiences(occasion.audience)) event.categories.push_back(std::move(audience.name));
    return event;
  }

  // A calendar shows little more than this text, and seldom that a day is tentative.
  std::string description(const Occasion& occasion, const Document& document) const {
    std::string text = network_.title;
    const auto add = [&](std::string_view label, std::string_view value) {
      if (!value.empty()) text += "\n" + std::string(label) + (label.empty() ? "" : ": ") + std::string(value);
    };
    add({}, status_words(occasion, site_.theme));
    add(site_.theme.text("status.alternates"), alternates_words(occasion, site_.language()));
    if (!occasion.time || !occasion.time->start) add(site_.theme.text("time"), time_words(occasion, site_.language()));
    add(site_.theme.text("audience"), occasion.audience);
    add(site_.theme.text("fact.online"), document.front_matter.value(Key::online));
    return text;
  }

  const Network& network_;
  const SiteContext& site_;
};

std::vector<CalendarEvent> events_of(NetworkIndex index, std::string_view audience_key, const SiteContext& site) {
  const Network& network = site.course.networks[index];
  const EventMaker maker(network, site);
  std::vector<CalendarEvent> events;
  for (const MeetingIndex i : network.meetings) {
    const Meeting& meeting = site.course.meetings[i];
    if (has_page(meeting, site) && is_wanted(meeting.occasion, audience_key)) events.push_back(maker.of_meeting(meeting));
  }
  std::vector<CalendarEvent> rows = maker.of_rows(audience_key);
  std::move(rows.begin(), rows.end(), std::back_inserter(events));
  std::stable_sort(events.begin(), events.end(), [](const CalendarEvent& a, const CalendarEvent& b) { return a.first < b.first; });
  return events;
}

std::string feed_name(const CalendarFeed& feed, const SiteContext& site) {
  if (feed.network == no_index) return site.course.site.title.empty() ? std::string(site.theme.text("calendar")) : site.course.site.title;
  const std::string& title = site.course.networks[feed.network].title;
  return feed.audience.name.empty() ? title : title + " – " + feed.audience.name;
}

// A network in the content's root has its feed where that of all networks would be.
bool has_site_feed(const SiteContext& site) {
  const auto& networks = site.course.networks;
  const bool in_root = std::any_of(networks.begin(), networks.end(), [](const Network& network) { return network.folder.empty(); });
  if (networks.size() < 2 || networks.size() > few_networks || in_root) return false;
  return std::any_of(networks.begin(), networks.end(), [&](const Network& network) { return has_events(network, site); });
}

// What a page of that network offers, the whole first; of the start page, with no_index.
std::vector<CalendarFeed> offered_feeds(NetworkIndex network, const SiteContext& site) {
  if (network == no_index && site.course.networks.size() == 1) network = 0;
  if (network != no_index) return network_feeds(network, site);
  if (!has_site_feed(site)) return {};
  return {{feed_address("", ""), no_index, {}}};
}

}  // namespace

std::vector<CalendarFeed> network_feeds(NetworkIndex index, const SiteContext& site) {
  const Network& network = site.course.networks[index];
  if (!has_events(network, site)) return {};
  const std::string folder = folder_address(network.folder);
  std::vector<CalendarFeed> feeds{{feed_address(folder, ""), index, {}}};
  for (Audience& audience : audiences_of(network, site.course, site.documents)) {
    feeds.push_back({feed_address(folder, audience.key), index, std::move(audience)});
  }
  return feeds;
}

std::vector<CalendarFeed> calendar_feeds(const SiteContext& site) {
  std::vector<CalendarFeed> all;
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) {
    std::vector<CalendarFeed> feeds = network_feeds(i, site);
    std::move(feeds.begin(), feeds.end(), std::back_inserter(all));
  }
  if (has_site_feed(site)) all.push_back({feed_address("", ""), no_index, {}});
  return all;
}

std::string feed_text(const CalendarFeed& feed, const SiteContext& site) {
  const std::string name = feed_name(feed, site);
  if (feed.network != no_index) return calendar_text(name, events_of(feed.network, feed.audience.key, site));
  std::vector<CalendarEvent> all;
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) {
    std::vector<CalendarEvent> events = events_of(i, {}, site);
    std::move(events.begin(), events.end(), std::back_inserter(all));
  }
  return calendar_text(name, all);
}

std::string meeting_calendar(const Meeting& meeting, const SiteContext& site) {
  const Network& network = site.course.networks[meeting.network];
  const CalendarEvent event = EventMaker(network, site).of_meeting(meeting);
  return calendar_text(network.title, {&event, 1});
}

View calendar_view(NetworkIndex network, std::string_view address, const SiteContext& site) {
  const std::vector<CalendarFeed> feeds = offered_feeds(network, site);
  View view;
  if (feeds.empty()) return view;
  view.put("href", relative_href(address, feeds.front().address));
  if (!site.course.site.address.empty()) view.put("address", site.course.site.address + feeds.front().address);
  std::vector<View> audiences;
  for (std::size_t i = 1; i < feeds.size(); ++i) {
    View link;
    link.put("title", feeds[i].audience.name);
    link.put("href", relative_href(address, feeds[i].address));
    audiences.push_back(std::move(link));
  }
  view.put_list("audiences", std::move(audiences));
  return view;
}

}  // namespace traff
