#include "pages/process_steps.h"

#include "base/text.h"
#include "pages/meeting_title.h"
#include "pages/urls.h"

namespace traff {

namespace {

std::string meeting_step(const Meeting& meeting, std::string_view address, const SiteContext& site) {
  const std::string title = html_escaped(meeting_title(meeting, site.theme));
  const std::string& to = site.map.address_of(meeting.document);
  const bool is_link = !to.empty() && to != address;
  std::string html = "<li>";
  html += is_link ? "<a href=\"" + html_escaped(relative_href(address, to)) + "\">" + title + "</a>" : title;
  if (const auto& date = meeting.occasion.date) {
    html += " <span class=\"note\">" + html_escaped(date_range(date->first, date->last, site.language())) + "</span>";
  }
  return html + "</li>\n";
}

}  // namespace

std::string process_steps(NetworkIndex network, std::string_view address, const SiteContext& site) {
  if (network == no_index || site.course.networks[network].meetings.empty()) return {};
  std::string html = "<ol>\n";
  for (const MeetingIndex index : site.course.networks[network].meetings) {
    html += meeting_step(site.course.meetings[index], address, site);
  }
  return html + "</ol>\n";
}

}  // namespace traff
