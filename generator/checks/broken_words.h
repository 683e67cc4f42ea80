// Words and marks that fell apart when a text was pasted.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// T4: a word with its hyphen at the end of a line, as a narrow column left it: the page would show "planerings- dagen".
void check_cut_words(const PageText& page, std::vector<Diagnostic>& found);

// T7: two words that lost the space between them, "ReflektionFortsatt", but not names such as PowerPoint.
void check_glued_words(const PageText& page, std::vector<Diagnostic>& found);

// T6: letter-spaced words as a PDF gives them, "P L A N E R I N G".
void check_spaced_letters(const PageText& page, std::vector<Diagnostic>& found);

// S9: stars that were meant as marks but are shown to the reader.
void check_stray_stars(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
