// The search index and what stands beside it as outputs (docs/search.md).
#pragma once

#include <vector>

#include "output/output.h"
#include "pages/addresses/site_map.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// The index is the work they share; but a large site's words are counted at once when they are not known.
// `may_count`: else those files are left out. `site` and `map` must outlive them.
void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs,
                bool may_count);

}  // namespace traff
