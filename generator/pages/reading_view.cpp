#include "pages/reading_view.h"

#include "pages/citation_links.h"
#include "pages/urls.h"

namespace traff {

void add_reading(const SitePage& page, const SiteContext& site, PageView& made) {
  const MeetingIndex meeting = site.course.pages[page.document].meeting;
  const int number = meeting == no_index ? 0 : site.course.meetings[meeting].number;
  if (number == 0 || page.network == no_index) return;
  std::vector<View> items;
  for (const DocumentIndex list : site.course.networks[page.network].literature) {
    const std::string& address = site.map.address_of(list);
    if (address.empty()) continue;
    for (const Heading& heading : site.documents[list].headings) {
      if (reading_meeting(heading.text) != number || heading.section.size() == 0) continue;
      View item;
      item.put("title", std::string(site.theme.text("reading.before")));
      item.put("href", relative_href(page.address, address) + "#" + heading.id);
      item.put("source_title", site.documents[list].title);
      items.push_back(std::move(item));
      made.parts.push_back({list, heading.section, fill_slots(list, page.address, site), "reading", items.size() - 1, "body"});
    }
  }
  made.view.put_list("reading", std::move(items));
}

}  // namespace traff
