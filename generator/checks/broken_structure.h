// How a page is built up, where pasting broke it: paragraphs, lines that come back, headings.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// Paragraphs cut in the middle of a sentence: S12 when the whole page is, as out of a PDF, else S13 for each.
//
// True when the whole page is cut: then other traces of the same paste need no words of their own.
bool check_cut_paragraphs(const PageText& page, std::vector<Diagnostic>& found);

// S23 a footer, S35 page numbers of the paper version: the same short line over and over at even distances.
void check_repeated_lines(const PageText& page, std::vector<Diagnostic>& found);

// S1: a long text without a single heading.
//
// True when it said so.
bool check_missing_headings(const PageText& page, std::vector<Diagnostic>& found);

// S33: lines that look like headings but are only bold, once for the page: no menu, no reader by ear finds them.
void check_bold_headings(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
