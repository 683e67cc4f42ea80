// The site's calendar files as outputs.
#pragma once

#include <vector>

#include "output/output.h"
#include "pages/site_context.h"

namespace traff {

// Each is made when it is asked for. `site` must outlive them; an author's own file goes before a made one.
void add_calendars(std::vector<Output>& outputs, std::span<const std::string> file_paths, const SiteContext& site);

}  // namespace traff
