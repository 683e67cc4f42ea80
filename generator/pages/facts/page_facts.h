// The fact box: what the author said in `nyckel: värde` lines, with labels in the site's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

// List of {label, value}; empty for a page without facts. Values are raw HTML.
std::vector<View> page_facts(DocumentIndex document, std::string_view address, const SiteContext& site);

// An author's value as HTML: web and mail addresses in it become links.
std::string linked_words(std::string_view value);

}  // namespace traff
