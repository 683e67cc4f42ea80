#include "pages/addresses/link_hints.h"

#include <algorithm>

#include "base/messages/phrases.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

Words did_you_mean(const std::string& name) { return Words("Menade du ", "Did you mean ") + name + "?"; }

}  // namespace

Words missing_page_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return phrase::the_way_to_page;
}

Words missing_image_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return phrase::the_way_to_image;
}

Words missing_heading_hint(const LinkTarget& target, const Document& page) {
  if (!target.nearest.empty()) return did_you_mean("#" + target.nearest);
  constexpr std::size_t shown = 5;
  std::string ids;
  for (std::size_t i = 0; i < std::min(shown, page.headings.size()); ++i)
    ids += (i == 0 ? "#" : ", #") + page.headings[i].id;
  if (ids.empty()) return phrase::page_without_headings;
  if (page.headings.size() > shown) ids += " …";
  return Words("Här finns: ", "Here are: ") + ids;
}

}  // namespace traff
