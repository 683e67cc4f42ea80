// Where the `nyckel: värde` lines first in a file begin and end. What is no part of them is the author's text and is
// shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/field_line.h"

namespace traff {

struct FrontMatterLine {
  enum class Kind : std::uint8_t {
    blank,
    key,
    item,   // "- …" of the key above
    unread  // what only other programs understand: a comment, a value that goes on, a key of a form of their own
  };
  std::string_view text;
  Kind kind = Kind::blank;
  std::optional<FieldLine> field = std::nullopt;  // of a key
};

struct FrontMatterBlock {
  std::vector<FrontMatterLine> lines;  // below the opening `---`
  std::uint32_t first_line = 0;        // number of the first of them, 1-based in the file
  std::size_t body_offset = 0;
  std::uint32_t body_line = 0;
  std::uint32_t text_line = 0;                // the first line of text, when no `---` parts it from the keys; else 0
  std::string_view text;                      // that line
  std::optional<Field> draft = std::nullopt;  // a `status: utkast` that stands among that text
};

// Nothing when the file begins with something else: a `---` with prose under it is a slide break or a line across the
// page. Blank lines, spaces and a byte order mark may stand before the opening `---`. `---` and `...` close; without
// them the block ends where nothing but known keys, what belongs to them and unknown keys above them has stood.
std::optional<FrontMatterBlock> find_front_matter(std::string_view file);

}  // namespace traff
