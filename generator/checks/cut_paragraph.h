// Paragraphs cut in the middle of a sentence: S12 when the whole page is, as out of a PDF, else S13 for each.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// True when the whole page is cut: then other traces of the same paste need no words of their own.
bool check_cut_paragraphs(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
