// The search index and what stands beside it as outputs (docs/search.md).
#pragma once

#include <string_view>
#include <vector>

#include "output/output.h"
#include "pages/addresses/site_map.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// SharedWork::stage of what is made of the index. Such outputs have no messages, and to ask for their recipes makes it.
inline constexpr std::string_view index_stage = "index";

// The index is the work they share; but a large site's words are counted at once when they are not known.
// `may_count`: else those files are left out. `site` and `map` must outlive them.
void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs,
                bool may_count);

}  // namespace traff
