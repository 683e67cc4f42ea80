// The repairs, one step each, in the order repair() takes them. Every step leaves fenced lines alone and costs
// time in proportion to the text.
#pragma once

#include "markdown/manuscript.h"

namespace traff {

// T5, T11, T12, T15 and noncharacters; tells which lines are fenced, for that depends on the cleaned text.
Manuscript repair_characters(Manuscript manuscript);

// The same mark on fenced lines for a text whose characters are clean.
Manuscript mark_fences(Manuscript manuscript);

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

// S7: rows of tabs as tables; S31: a message for tables that came with one cell on each line.
Manuscript repair_tables(Manuscript manuscript);

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
