// Where the parser takes raw HTML for a block of its own, so that nothing inside it is repaired.
#pragma once

#include <optional>
#include <string_view>

namespace traff {

struct HtmlBlock {
  std::string_view end;  // the text that ends it; empty for a blank line
};

// A block that begins with `text`. One kind may not begin directly under text.
std::optional<HtmlBlock> html_block_opening(std::string_view text, bool under_text);

}  // namespace traff
