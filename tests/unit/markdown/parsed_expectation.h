// What the tests of the tree walk ask for: the HTML of a text, slots filled plainly, and its messages as short lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/parse_document.h"
#include "markdown/plain_html.h"
#include "markdown/repair_expectation.h"

namespace traff {

inline ParsedDocument parsed(std::string_view text, std::string_view path = "sida.md") {
  return parse_document({std::string(path), {}, std::string(text)}, {});
}

// The body of a page whose title is told by its file's name.
inline std::string html_of(std::string_view text) { return filled_plainly(parsed(text)); }

inline std::vector<std::string> messages_of(std::string_view text) {
  return short_forms(parsed(text).document.diagnostics);
}

using Messages = std::vector<std::string>;

}  // namespace traff
