// What the literature pages say is to be read before a träff, for the träff's own page.
#pragma once

#include <vector>

#include "pages/page_view.h"

namespace traff {

// Puts `reading` of docs/theme.md into the view: one item for each section "Inför träff 3" of the network's lists.
// Cost: the headings of the network's literature pages.
void add_reading(const SitePage& page, const SiteContext& site, PageView& made);

}  // namespace traff
