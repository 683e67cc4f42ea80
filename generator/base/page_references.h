// What a page or style sheet refers to: every address in it that a browser fetches or a reader can follow.
#pragma once

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

}  // namespace traff
