// The search of a large site cut into files of which a reader loads few (docs/search.md).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "pipeline/site_search.h"

namespace traff {

using AddSearchFile = std::function<void(std::string path, std::function<std::string()> make)>;

// Only a manifest that names none for a site whose whole index is smaller than a few shards. `html_bytes`: of the site's texts; what their number
// depends on, as it must be known before anything is indexed.
void add_search_shards(const std::shared_ptr<SiteSearch>& search, std::size_t html_bytes, const AddSearchFile& add);

}  // namespace traff
