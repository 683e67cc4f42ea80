// Pasted text made into the Markdown its author meant, before the parser sees it. Only repairs with one
// sensible reading; no word is lost, added or moved. Works on lines, remembers which line each came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

struct RepairedText {
  std::string text;                         // LF line ends, NFC, no BOM, ends with LF unless empty
  std::vector<std::uint32_t> line_numbers;  // of each line of `text` in the author's file, 1-based
  std::vector<Diagnostic> diagnostics;      // places and lines as in the author's file
};

struct RepairOptions {
  bool slide_breaks =
      false;  // a presentation: `---` alone on a line always breaks slides (S6), "Anteckningar:" ends one
};

// `body`: well-formed UTF-8 (T13 is the caller's), beginning at line `first_line` of `path`.
// Fenced code is left alone but for line ends and NFC. Cost: linear.
//
// Repairs: T1 bullets · • – — o U+F0B7 U+F0A7 § → list items (nested by glyph), also directly under a text
// line · T3 a ✓ first in a list item → `- [x] `-free check-list item: the glyph dropped · T5 zero-width space, U+FEFF
// and U+00AD that do not stand between letters dropped · T11 no-break space in markup position → space · T12 NFC · T13
// CRLF, BOM · T15 ligatures · S6 (with slide_breaks) blank line before `---` and "Anteckningar:" · S7 rows of tabs → a
// table · rows of bars without a line of dashes → a table · lines that begin with a time of day → a list · S8 text
// indented four spaces or a tab outside a list → not code · S14 pasted contents list dropped (its heading too; only
// that: lines that end in page numbers) · S15 `[bookmark: …]` dropped · S17 `a)` lists → ordered lists marked as
// alphabetical (see below) · S18 `#Rubrik` → `# Rubrik` when short and at block start. Messages: T15 private-use
// characters, S7 rows of tabs, S31 one cell on each line, S14 (hint), S15, S17 (a list that starts above 3 and goes on
// from no other). In the order of their places.
//
// An `a)` list becomes `1)` items; the first line of the list is preceded by a line holding just
// `alphabetical_list_mark`, a paragraph of its own, which the document walk takes away again.
RepairedText repair(std::string_view path, std::string_view body, std::uint32_t first_line,
                    const RepairOptions& options);

// Noncharacters: never in an author's text after repair (they are replaced by U+FFFD).
inline constexpr std::string_view box_open_mark = "\xEF\xB7\x90";           // U+FDD0, followed by the box's name
inline constexpr std::string_view box_close_mark = "\xEF\xB7\x91";          // U+FDD1
inline constexpr std::string_view column_break_mark = "\xEF\xB7\x92";       // U+FDD2
inline constexpr std::string_view alphabetical_list_mark = "\xEF\xB7\x93";  // U+FDD3
inline constexpr std::string_view raw_html_mark = "\xEF\xB7\x94";           // U+FDD4

// One quick look at a text: which repairs could have anything to do. Most texts need none.

struct RepairTriggers {
  bool line_ends = false;   // a CR or a byte order mark
  bool characters = false;  // anything that may not be NFC or is invisible, private, a ligature, a no-break space
  bool fences = false;      // ``` or ~~~ or raw HTML
  bool residue = false;     // what Word leaves behind
  bool contents = false;    // a line that may head a contents list
  bool bullets = false;     // bullets that are not Markdown, check marks
  bool letters = false;     // "a) "
  bool late_lists = false;  // a number above 3 that may begin a list
  bool tabs = false;
  bool bars = false;         // rows of a table without the line of dashes
  bool times = false;        // lines that begin with a time of day
  bool pictures = false;     // "data:image/png;base64,…"
  bool link_spaces = false;  // "](mitt brev.pdf)"
  bool headings = false;     // '#' without a space; with slide breaks, also `---`
  bool indents = false;      // four columns or more before text

  bool any() const {
    return line_ends || characters || residue || contents || bullets || letters || late_lists || tabs || bars ||
           times || pictures || link_spaces || headings || indents;
  }
};

// May say yes too often, never too seldom. Cost: about a nanosecond per byte.
RepairTriggers find_triggers(std::string_view text, bool slide_breaks);

// The `characters` of a single line.
bool has_doubtful_character(std::string_view line);

}  // namespace traff
