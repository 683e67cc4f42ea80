#include "pages/link_hint.h"

#include <algorithm>

#include "pages/urls.h"

namespace traff {

namespace {

LinkHint did_you_mean(const std::string& name) { return {"Menade du " + name + "?", "Did you mean " + name + "?"}; }

}  // namespace

LinkHint missing_page_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return {"Skriv vägen från den här filen, till exempel traffar/1.md eller ../index.md, eller ta bort länken.",
          "Write the way from this file, such as traffar/1.md or ../index.md, or remove the link."};
}

LinkHint missing_image_hint(const LinkTarget& target, const std::string& from) {
  if (!target.nearest.empty()) return did_you_mean(relative_href(from, target.nearest));
  return {"Lägg bildfilen i content/ och skriv vägen dit från den här filen, till exempel filer/bild.png.",
          "Put the image file in content/ and write the way to it from this file, such as filer/bild.png."};
}

LinkHint missing_heading_hint(const LinkTarget& target, const Document& page) {
  if (!target.nearest.empty()) return did_you_mean("#" + target.nearest);
  constexpr std::size_t shown = 5;
  std::string ids;
  for (std::size_t i = 0; i < std::min(shown, page.headings.size()); ++i)
    ids += (i == 0 ? "#" : ", #") + page.headings[i].id;
  if (ids.empty()) {
    return {"Sidan har inga rubriker. Ta bort # och det som står efter.",
            "The page has no headings. Remove # and what follows it."};
  }
  if (page.headings.size() > shown) ids += " …";
  return {"Här finns: " + ids, "Here are: " + ids};
}

}  // namespace traff
