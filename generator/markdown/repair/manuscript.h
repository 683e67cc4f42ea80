// A text on its way through the repairs: lines that know where they come from, and what there is to say of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

struct Line {
  std::string text;          // without its line end
  std::uint32_t number = 0;  // in the author's file
  bool fenced = false;       // of fenced code or raw HTML: left alone
};

struct Manuscript {
  std::string_view path;
  std::uint32_t first_line = 1;
  bool slide_breaks = false;                // as RepairOptions
  std::vector<std::string_view> originals;  // the author's lines
  std::vector<Line> lines;
  std::vector<Diagnostic> diagnostics;

  std::string_view original(std::uint32_t number) const { return originals[number - first_line]; }
};

// Lines ended by LF, CRLF or CR; a byte order mark at the beginning is gone (T13). `body` must outlive the result.
Manuscript read_manuscript(std::string_view path, std::string_view body, std::uint32_t first_line);

// A message about the line as a whole.
void report_line(Manuscript& manuscript, Message message, std::uint32_t number);

// A message with its caret under `length` bytes at `offset` of the author's line.
void report_words(Manuscript& manuscript, Message message, std::uint32_t number, std::size_t offset,
                  std::size_t length);

bool is_blank_line(const Line& line);

// Lines put in by a repair carry the number of the line they belong to. No two empty lines are made to follow
// each other.
void append_blank(std::vector<Line>& lines, std::uint32_t number);

// The repairs, one step each, in the order repair() takes them. Every step leaves fenced lines alone and costs
// time in proportion to the text.

// T5, T11, T12, T15 and noncharacters; tells which lines are fenced, for that depends on the cleaned text.
Manuscript repair_characters(Manuscript manuscript);

// The same mark on fenced lines for a text whose characters are clean.
Manuscript mark_fences(Manuscript manuscript);

// B12: the bytes of pictures that stand in the text itself go; their places stay.
Manuscript repair_embedded_pictures(Manuscript manuscript);

// S15: `[bookmark: …]` dropped, messages for the rest of what Word leaves behind.
Manuscript repair_residue(Manuscript manuscript);

// S14: a pasted list of contents dropped.
Manuscript repair_contents(Manuscript manuscript);

// T2: the check mark of PowerPoint's symbol font, which became the letter ü.
Manuscript repair_check_letters(Manuscript manuscript);

// T1: • · – — o and symbol-font bullets as list items, nested by glyph.
Manuscript repair_bullets(Manuscript manuscript);

// T3: the check mark first in a list item dropped.
Manuscript repair_check_marks(Manuscript manuscript);

// S17: `a)` lists.
Manuscript repair_letter_lists(Manuscript manuscript);

// S7: rows of tabs as tables, and rows of bars without their line of dashes; S31: a message for tables that came with
// one cell on each line.
Manuscript repair_tables(Manuscript manuscript);

// A programme typed as lines that begin with a time of day: a list.
Manuscript repair_time_lines(Manuscript manuscript);

// Addresses of links with spaces in them.
Manuscript repair_link_spaces(Manuscript manuscript);

// S18 and S6.
Manuscript repair_headings(Manuscript manuscript);

// S8: no indented code.
Manuscript repair_indents(Manuscript manuscript);

// S17: a message for numbered lists that begin above 3.
Manuscript report_late_lists(Manuscript manuscript);

// T15: a message for characters that only one font knew.
Manuscript report_private_characters(Manuscript manuscript);

}  // namespace traff
