// The facts first in a file: `nyckel: värde` lines between two `---`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/front/fields.h"

namespace traff {

struct FrontMatterResult {
  FrontMatter front_matter;
  std::size_t body_offset = 0;  // where the body begins in the text
  std::uint32_t body_line = 1;  // its line number, 1-based
  // F6 unknown key near a known one, F12 any other unknown key, F10 same key twice with different values,
  // F11 lines that only other programs understand, F18 text where the closing `---` should be
  std::vector<Diagnostic> diagnostics;
};

// Never fails: text without front matter gives no fields and body_offset 0. What cannot belong to it begins the body,
// and so does what is over 64 KB. Tabs are spaces.
FrontMatterResult parse_front_matter(std::string_view path, std::string_view text);

}  // namespace traff
