// The calendars a reader can put on the phone: one per träff, per network and per audience, and one for all when the
// networks are few. Made from the course alone, when a calendar's bytes are asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/audience.h"
#include "pages/site_context.h"
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

}  // namespace traff
