// The fact box: what the author said in `nyckel: värde` lines, with labels in the site's words.
#pragma once

#include <string_view>
#include <vector>

#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// List of {label, value}; empty for a page without facts. Values are raw HTML.
std::vector<View> page_facts(DocumentIndex document, std::string_view address, const SiteContext& site);

}  // namespace traff
