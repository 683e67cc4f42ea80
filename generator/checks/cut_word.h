// T4: a word with its hyphen at the end of a line, as a narrow column left it: the page would show "planerings- dagen".
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_cut_words(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
