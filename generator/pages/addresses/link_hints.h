// What to write instead of a link or image that leads nowhere.
#pragma once

#include <string>

#include "base/message.h"
#include "course/model/link_target.h"
#include "markdown/document/document.h"

namespace traff {

// The page or file that was probably meant; else how such a path is written. `from` is the path of the page.
Words missing_page_hint(const LinkTarget& target, const std::string& from);
Words missing_image_hint(const LinkTarget& target, const std::string& from);

// The heading that was probably meant, else the first ones there are.
Words missing_heading_hint(const LinkTarget& target, const Document& page);

}  // namespace traff
