#include "pipeline/calendar_outputs.h"

#include <memory>
#include <unordered_set>
#include <utility>

#include "pages/calendar.h"
#include "pages/urls.h"

namespace traff {

namespace {

Recipe recipe_of(std::string text) {
  const auto bytes = std::make_shared<const std::string>(std::move(text));
  return {{{"events", content_id(*bytes)}}, [bytes] { return *bytes; }};
}

std::unordered_set<std::string> own_calendars(std::span<const std::string> file_paths) {
  std::unordered_set<std::string> own;
  for (const std::string& path : file_paths) {
    std::string address = file_address(path);
    if (address.ends_with(".ics")) own.insert(std::move(address));
  }
  return own;
}

}  // namespace

void add_calendars(std::vector<Output>& outputs, std::span<const std::string> file_paths, const PageSources& sources,
                   const SiteContext& site) {
  const auto own = own_calendars(file_paths);
  for (const Meeting& meeting : site.course.meetings) {
    const std::string& page = site.map.address_of(meeting.document);
    if (!meeting.occasion.date || page.empty()) continue;
    std::string address = calendar_address(page);
    if (own.contains(address)) continue;
    outputs.push_back({std::move(address), [&meeting, &site] { return recipe_of(meeting_calendar(meeting, site)); },
                       sources.of(meeting.network)});
  }
  for (const CalendarFeed& feed : calendar_feeds(site)) {
    if (own.contains(feed.address)) continue;
    outputs.push_back({feed.address, [feed, &site] { return recipe_of(feed_text(feed, site)); }, sources.of(feed.network)});
  }
}

}  // namespace traff
