// The calendars a reader can put on the phone: one per träff, per network and per audience, and one for all when the
// networks are few. Made from the course alone, when a calendar's bytes are asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "course/model/audience.h"
#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

// A calendar of many events.
struct CalendarFeed {
  std::string address;
  NetworkIndex network = no_index;  // no_index: of all networks
  Audience audience;                // empty: for everyone
};

// Those of one network; none when nothing in it is dated.
std::vector<CalendarFeed> network_feeds(NetworkIndex network, const SiteContext& site);

// Every feed of the site.
std::vector<CalendarFeed> calendar_feeds(const SiteContext& site);

// Cost: linear in the occasions of the networks it is of.
std::string feed_text(const CalendarFeed& feed, const SiteContext& site);

// The calendar of one dated träff that has a page.
std::string meeting_calendar(const Meeting& meeting, const SiteContext& site);

// `calendar` of docs/theme.md: where the feeds are, seen from `address`; empty without any. no_index: for all networks.
View calendar_view(NetworkIndex network, std::string_view address, const SiteContext& site);

// An iCalendar file (RFC 5545): what calendars on phones and computers read. Pure: events in, bytes out; the clock is
// never asked, so that the same content gives the same file.

// Which edition of an event this is, so that a calendar knows the newer of two.
struct EventRevision {
  int sequence = 0;
  Date stamp;  // the day it was last changed, as far as it is known
};

struct CalendarEvent {
  enum class Status : std::uint8_t { confirmed, tentative, cancelled };

  std::string uid;  // the same as long as it is the same event, whatever its day and name
  EventRevision revision;
  Date first;
  Date last;                      // = first unless it goes on for several days
  std::optional<TimeRange> time;  // in Europe/Stockholm, the same each day; all day without a start
  Status status = Status::confirmed;
  std::string summary;
  std::string description;
  std::string location;
  std::string url;  // a whole address, or ""
  std::vector<std::string> categories;
};

// CRLF line ends, lines of at most 75 octets, never broken inside a character. `name` is what the calendar is called.
std::string calendar_text(std::string_view name, std::span<const CalendarEvent> events);

}  // namespace traff
