// `statement` of docs/theme.md: what the page of an accessibility statement adds to its author's text.
#pragma once

#include <string>
#include <vector>

#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

// Of a page that is_statement (course/model/statement.h).
View statement_view(DocumentIndex document, const SiteContext& site);

// The page's headings in their order, the added ones too, for its list of contents.
std::vector<Heading> statement_headings(const Document& document, const Theme& theme);

// What the page adds, as words to search among.
std::string statement_words(const Document& document, const Theme& theme);

}  // namespace traff
