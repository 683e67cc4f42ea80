// What is new as an Atom feed (RFC 4287), for readers' programs: an entry for each page that changed.
#pragma once

#include <string>

#include "pages/site_context.h"

namespace traff {

// For a site that has a feed (news_view.h). The same bytes for the same commit.
std::string news_feed(const SiteContext& site);

}  // namespace traff
