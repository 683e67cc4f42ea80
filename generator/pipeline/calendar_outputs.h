// The site's calendar files as outputs.
#pragma once

#include <vector>

#include "output/output.h"
#include "pages/site_context.h"
#include "pipeline/page_sources.h"

namespace traff {

// Each is made when it is asked for, and asked for when something of its network is new. `site` must outlive them;
// an author's own file goes before a made one.
void add_calendars(std::vector<Output>& outputs, std::span<const std::string> file_paths, const PageSources& sources,
                   const SiteContext& site);

}  // namespace traff
