// The search index and what stands beside it as outputs (docs/search.md).
#pragma once

#include <memory>
#include <vector>

#include "output/output.h"
#include "pages/site_map.h"
#include "pipeline/loaded_site.h"

namespace traff {

// Made when asked for. `site` and `map` must outlive them.
void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs);

}  // namespace traff
