// The block pass of our own before the parser: `:::` boxes become marks the tree walk knows, and what the
// parser would silently drop (unused footnotes, surplus table cells, one-word link definitions) is kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "markdown/author_text.h"
#include "markdown/repair.h"

namespace traff {

enum class BoxKind : std::uint8_t { note, important, quote, english, columns, cycle, process, notes, programme, unknown };

// The kind a box's name stands for ("ruta", "viktigt" … and English aliases), any case, dots optional.
BoxKind parse_box_kind(std::string_view name);

// Rewrites `text` in place; each added line carries the number of the line it came with.
// Messages: S24 unknown box, S25 a box that is never closed, S26 a `:::` that closes nothing, S28 surplus cells.
void mark_blocks(RepairedText& text, const AuthorText& author);

// Line numbers (1-based, in text.text) of footnote definitions outside fenced code.
std::vector<std::uint32_t> footnote_definition_lines(std::string_view text);

// Escapes the '[' that begins each of these lines, so that the definition is shown as it stands.
std::string show_definitions(std::string_view text, const std::vector<std::uint32_t>& lines);

}  // namespace traff
