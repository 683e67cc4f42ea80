#include "pages/calendar.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "base/content_id.h"
#include "base/text.h"
#include "base/unicode.h"
#include "pages/addresses/urls.h"
#include "pages/facts/occasion_view.h"

namespace traff {

namespace {

// With more of them nobody wants all their days in one calendar.
constexpr std::size_t few_networks = 8;

bool has_page(const Meeting& meeting, const SiteContext& site) {
  return meeting.occasion.date && !site.map.address_of(meeting.document).empty();
}

bool has_events(const Network& network, const SiteContext& site) {
  const bool rows = std::any_of(network.occasions.begin(), network.occasions.end(),
                                [](const TableOccasion& row) { return row.occasion.date.has_value(); });
  return rows || std::any_of(network.meetings.begin(), network.meetings.end(),
                             [&](MeetingIndex i) { return has_page(site.course.meetings[i], site); });
}

bool is_wanted(const Occasion& occasion, std::string_view audience_key) {
  return audience_key.empty() || is_for(occasion, audience_key);
}

// What the author says, else git, else the day itself, so that a moved day is a new stamp.
EventRevision revision_of(DocumentIndex index, const Date& day, const SiteContext& site) {
  const std::optional<LastChange> last = index < site.origin.changed.size() ? site.origin.changed[index] : std::nullopt;
  const Date known = last ? last->day : day;
  return {last ? static_cast<int>(last->changes) : 0, site.course.pages[index].updated.value_or(known)};
}

CalendarEvent::Status event_status(MeetingStatus status) {
  if (status == MeetingStatus::cancelled) return CalendarEvent::Status::cancelled;
  if (status == MeetingStatus::tentative) return CalendarEvent::Status::tentative;
  return CalendarEvent::Status::confirmed;
}

class EventMaker {
 public:
  EventMaker(const Network& network, const SiteContext& site) : network_(network), site_(site) { name_documents(); }

  CalendarEvent of_meeting(const Meeting& meeting) const {
    CalendarEvent event = of_occasion(meeting.occasion, meeting_title(meeting, site_.theme), meeting.document);
    event.uid = uid(name_of(meeting.document), meeting.occasion.date->first);
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
      const std::string name = name_of(row->document) + "/" + slug(row->occasion.title + " " + row->occasion.audience);
      const int number = ++seen[name];
      if (!row->occasion.date || !is_wanted(row->occasion, audience_key)) continue;
      const std::string& title = row->occasion.title.empty() ? network_.title : row->occasion.title;
      events.push_back(of_occasion(row->occasion, title, row->document));
      events.back().uid = uid(name + "-" + std::to_string(number), row->occasion.date->first);
    }
    return events;
  }

 private:
  // What stays when a file gets another name: its first one, which may say what nobody else should read.
  std::string name_of(DocumentIndex document) const { return names_.at(document); }

  const std::string& first_path(DocumentIndex document) const {
    const auto& changed = site_.origin.changed;
    const bool is_known = document < changed.size() && changed[document];
    return is_known ? changed[document]->first_path : site_.documents[document].path;
  }

  // A file that now has a name that another had first is told apart from it, and so is each that began under one name.
  void name_documents() {
    std::vector<DocumentIndex> all = network_.documents;
    std::ranges::stable_sort(all, {}, [&](DocumentIndex i) { return first_path(i) == site_.documents[i].path; });
    std::map<std::string, int> seen;
    for (const DocumentIndex document : all) {
      const std::string& first = first_path(document);
      const int number = ++seen[first];
      const std::string name = to_hex(content_id(first)).substr(0, 16);
      names_[document] = number == 1 ? name : name + "-" + std::to_string(number);
    }
  }

  // The term keeps two years of a network at the same place apart, and its address or title keeps it apart from others.
  std::string uid(const std::string& name, const Date& day) const {
    const Site& site = site_.course.site;
    const std::string term = slug(network_.term_text);
    const std::string_view address = std::string_view(site.address).substr(site.address.find("://") + 1);
    const std::string whose = slug(site.address.empty() ? site.title : address);
    return name + "@" + (term.empty() ? school_year(day) : term) + "." + (whose.empty() ? "" : whose + ".") + "traff";
  }

  // "2019-2020", from August.
  static std::string school_year(const Date& day) {
    const int first = static_cast<int>(day.year()) - (day.month() < std::chrono::August ? 1 : 0);
    return std::to_string(first) + "-" + std::to_string(first + 1);
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
    for (const Audience& audience : occasion.audiences) event.categories.push_back(audience.name);
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
  std::map<DocumentIndex, std::string> names_;
};

std::vector<CalendarEvent> events_of(NetworkIndex index, std::string_view audience_key, const SiteContext& site) {
  const Network& network = site.course.networks[index];
  const EventMaker maker(network, site);
  std::vector<CalendarEvent> events;
  for (const MeetingIndex i : network.meetings) {
    const Meeting& meeting = site.course.meetings[i];
    if (has_page(meeting, site) && is_wanted(meeting.occasion, audience_key))
      events.push_back(maker.of_meeting(meeting));
  }
  std::vector<CalendarEvent> rows = maker.of_rows(audience_key);
  std::move(rows.begin(), rows.end(), std::back_inserter(events));
  std::stable_sort(events.begin(), events.end(),
                   [](const CalendarEvent& a, const CalendarEvent& b) { return a.first < b.first; });
  return events;
}

std::string feed_name(const CalendarFeed& feed, const SiteContext& site) {
  if (feed.network == no_index)
    return site.course.site.title.empty() ? std::string(site.theme.text("calendar")) : site.course.site.title;
  const std::string& title = site.course.networks[feed.network].title;
  return feed.audience.name.empty() ? title : title + " – " + feed.audience.name;
}

// A network in the content's root has its feed where that of all networks would be.
bool has_site_feed(const SiteContext& site) {
  const auto& networks = site.course.networks;
  const bool in_root =
      std::any_of(networks.begin(), networks.end(), [](const Network& network) { return network.folder.empty(); });
  if (networks.size() < 2 || networks.size() > few_networks || in_root) return false;
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network& network) { return has_events(network, site); });
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

namespace {

constexpr std::size_t line_octets = 75;

// Summer time as the European Union has had it since 1996.
constexpr std::string_view time_zone[] = {
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
};

// "10.00, rum 3; ta med \ penna" with the marks that would end a value made harmless; other control characters go.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f')
      out += c;
  }
  return out;
}

std::string day_text(const Date& date) { return replace_all(iso_date(date), "-", ""); }

Date days_after(const Date& date, int days) { return std::chrono::sys_days(date) + std::chrono::days(days); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// Midnight at the end of a day is the beginning of the next.
std::string wall_clock(const Date& date, ClockTime time) {
  constexpr int day = 24 * 60;
  const int minutes = time.minutes % day;
  return day_text(days_after(date, time.minutes / day)) + "T" + two_digits(minutes / 60) + two_digits(minutes % 60) +
         "00";
}

class CalendarWriter {
 public:
  std::string run(std::string_view name, std::span<const CalendarEvent> events) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Traff//Traff//SV");
    line("CALSCALE:GREGORIAN");
    property("NAME", name);
    property("X-WR-CALNAME", name);
    line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for (const std::string_view zone_line : time_zone) line(zone_line);
    for (const CalendarEvent& event : events) write_event(event);
    line("END:VCALENDAR");
    return std::move(text_);
  }

 private:
  void line(std::string_view content) {
    std::size_t room = line_octets;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t size = code_point_size(content, at);
      if (size > room) {
        text_ += "\r\n ";
        room = line_octets - 1;
      }
      text_ += content.substr(at, size);
      room -= size;
      at += size;
    }
    text_ += "\r\n";
  }

  void property(std::string_view name, std::string_view value) {
    if (!value.empty()) line(std::string(name) + ":" + escaped(value));
  }

  void write_event(const CalendarEvent& event) {
    line("BEGIN:VEVENT");
    property("UID", event.uid);
    line("DTSTAMP:" + day_text(event.revision.stamp) + "T000000Z");
    line("SEQUENCE:" + std::to_string(event.revision.sequence));
    write_when(event);
    property("SUMMARY", event.summary);
    property("DESCRIPTION", event.description);
    property("LOCATION", event.location);
    if (!event.url.empty()) line("URL:" + event.url);
    write_categories(event);
    write_status(event.status);
    line("END:VEVENT");
  }

  void write_when(const CalendarEvent& event) {
    const bool timed = event.time && event.time->start && !event.time->all_day;
    if (!timed) {
      line("DTSTART;VALUE=DATE:" + day_text(event.first));
      line("DTEND;VALUE=DATE:" + day_text(days_after(event.last, 1)));
      return;
    }
    line("DTSTART;TZID=Europe/Stockholm:" + wall_clock(event.first, *event.time->start));
    const bool ends = event.time->end && *event.time->end > *event.time->start;
    if (ends) line("DTEND;TZID=Europe/Stockholm:" + wall_clock(event.first, *event.time->end));
    const auto days = (std::chrono::sys_days(event.last) - std::chrono::sys_days(event.first)).count() + 1;
    if (days > 1) line("RRULE:FREQ=DAILY;COUNT=" + std::to_string(days));
  }

  void write_categories(const CalendarEvent& event) {
    std::string list;
    for (const std::string& category : event.categories) list += (list.empty() ? "" : ",") + escaped(category);
    if (!list.empty()) line("CATEGORIES:" + list);
  }

  // A day that is not to be has no business making the reader busy.
  void write_status(CalendarEvent::Status status) {
    switch (status) {
      case CalendarEvent::Status::confirmed: line("STATUS:CONFIRMED"); break;
      case CalendarEvent::Status::tentative: line("STATUS:TENTATIVE"); break;
      case CalendarEvent::Status::cancelled:
        line("STATUS:CANCELLED");
        line("TRANSP:TRANSPARENT");
        break;
    }
  }

  std::string text_;
};

}  // namespace

std::string calendar_text(std::string_view name, std::span<const CalendarEvent> events) {
  return CalendarWriter().run(name, events);
}

}  // namespace traff
