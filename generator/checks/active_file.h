// Files beside the pages that a browser would run, not only show, when a reader opens them: with the site's own rights,
// and out of reach of the pages' rules. They are left out of the site.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace traff {

// What makes it active, and what that does, in words.
struct ActivePart {
  std::size_t line = 0;
  std::string sv;
  std::string en;
};

// Of an SVG picture: elements, links and styles that are known to do nothing pass, all others count. Of other XML: what
// could be shown as a page or a picture. Of a file with an ending that says nothing: the same, when it begins as a page
// or XML does. Cost: linear.
std::optional<ActivePart> active_part(std::string_view address, std::string_view bytes);

}  // namespace traff
