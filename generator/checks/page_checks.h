// What one page's text has against it, found when it is parsed and kept with its head: traces of other programs,
// words that fell apart, what should not be published. Precision first: silence is better than a doubtful message.
#pragma once

#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

// In the order of their lines. `site_language` is that of pages that do not say their own. Cost: linear.
std::vector<Diagnostic> check_page(const SourceText& source, Language site_language, const ParsedDocument& parsed);

// What the parser said of a place and a check says better there.

// Takes out of `parsed` the words about a long address (S29) where `found` has that it leads through a library's
// login (U5): the address is to be another. Cost: linear, as a page has few U5.
void drop_told_better(const std::vector<Diagnostic>& found, std::vector<Diagnostic>& parsed);

}  // namespace traff
