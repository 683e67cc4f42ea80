#include "pages/network_assignments.h"

#include "base/text.h"
#include "course/page_kind.h"
#include "pages/meeting_title.h"
#include "pages/occasion_view.h"
#include "pages/urls.h"

namespace traff {

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
