#include "pages/preparation_view.h"

#include "base/text.h"
#include "pages/urls.h"

namespace traff {

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

}  // namespace traff
