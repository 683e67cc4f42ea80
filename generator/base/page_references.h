// What a page or style sheet refers to: every address in it that a browser fetches or a reader can follow.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct PageReference {
  std::string address;      // as in the attribute, character references resolved
  bool is_fetched = false;  // by the browser itself: a picture, a script, a style sheet
};

// Of HTML as the themes write it: quoted attributes. Cost: linear.
std::vector<PageReference> find_page_references(std::string_view html);

// url(…) and @import of a style sheet.
std::vector<PageReference> find_style_references(std::string_view css);

// The path that such an address leads to from a file in `folder`, or from the root when it begins with '/': decoded,
// without '?' and '#'. Nothing when it leads out of the root. An address without a path is the file itself, which is
// not asked for here.
std::optional<std::string> path_of_reference(std::string_view folder, std::string_view address);

}  // namespace traff
