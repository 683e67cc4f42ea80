// What to write instead of a link or image that leads nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "course/model/link_target.h"
#include "markdown/document/document.h"

namespace traff {

// What to write instead of `written`, when its form says that it leads out of the site or to the author's own computer.
std::optional<Words> hint_by_form(std::string_view written);

// The page or file that was probably meant; else how such a path is written. `from` is the path of the page.
Words missing_page_hint(const LinkTarget& target, const std::string& from);
Words missing_image_hint(const LinkTarget& target, const std::string& from);

// The heading that was probably meant, else the first ones there are.
Words missing_heading_hint(const LinkTarget& target, const Document& page);

}  // namespace traff
