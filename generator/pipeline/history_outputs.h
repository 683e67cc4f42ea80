// Outputs that tell of earlier versions: the feed of what is new, and pages' lists of changes.
#pragma once

#include <string>
#include <vector>

#include "output/output.h"
#include "pages/page_view.h"
#include "pages/site_context.h"
#include "pipeline/loaded_site.h"
#include "pipeline/page_sources.h"

namespace traff {

// An author's own file at that address goes before the feed.
void add_news_feed(std::vector<Output>& outputs, std::span<const std::string> file_paths, const PageSources& sources,
                   const SiteContext& site);

// The recipe of a list of changes. Names the commits it tells of, and reads them only when it is made.
Recipe changes_recipe(const SitePage& page, PageView frame, const SiteContext& context, const LoadedSite& site);

}  // namespace traff
