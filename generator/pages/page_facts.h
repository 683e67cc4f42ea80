// The fact box: what the author said in `nyckel: värde` lines, with labels in the site's words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "pages/site_context.h"

namespace traff {

// List of {label, value}; empty for a page without facts. Values are raw HTML.
nlohmann::json page_facts(DocumentIndex document, std::string_view address, const SiteContext& site);

}  // namespace traff
