// The block pass of our own before the parser: `:::` boxes become marks the tree walk knows, and what the parser
// would take for the address of a link although it is words is kept.
#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/lines/author_text.h"
#include "markdown/repair/repair.h"

namespace traff {

enum class BoxKind : std::uint8_t {
  note,
  important,
  quote,
  english,
  columns,
  cycle,
  process,
  notes,
  programme,
  unknown
};

// The mark a paragraph begins with, if a repair or the block pass made it; else "".
std::string_view block_mark(std::string_view words);

// Of the words after `:::`, the box's name; the rest is its title.
std::string_view box_name(std::string_view words);

// The kind a box's name stands for ("ruta", "viktigt" … and English aliases), any case, dots optional.
BoxKind parse_box_kind(std::string_view name);

// Rewrites `text` in place; each added line carries the number of the line it came with. Linear.
// Messages: S24 unknown box, S25 a box that is never closed, S26 a `:::` that closes nothing.
void mark_blocks(RepairedText& text, const AuthorText& author);

}  // namespace traff
