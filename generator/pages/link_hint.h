// What to write instead of a link or image that leads nowhere.
#pragma once

#include <string>

#include "pages/site_context.h"

namespace traff {

struct LinkHint {
  std::string sv;
  std::string en;
};

// The page or file that was probably meant; else how such a path is written. `from` is the path of the page.
LinkHint missing_page_hint(const LinkTarget& target, const std::string& from);
LinkHint missing_image_hint(const LinkTarget& target, const std::string& from);

// The heading that was probably meant, else the first ones there are.
LinkHint missing_heading_hint(const LinkTarget& target, const Document& page);

}  // namespace traff
