// What one page's text has against it, found when it is parsed and kept with its head: traces of other programs,
// words that fell apart, what should not be published. Precision first: silence is better than a doubtful message.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "base/source_text.h"
#include "markdown/document.h"

namespace traff {

// In the order of their lines. `site_language` is that of pages that do not say their own. Cost: linear.
std::vector<Diagnostic> check_page(const SourceText& source, Language site_language, const ParsedDocument& parsed);

}  // namespace traff
