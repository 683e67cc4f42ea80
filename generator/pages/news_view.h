// "Nytt sedan förra träffen", and the links that lead there.
#pragma once

#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// `intro`, `items` and `more` of docs/theme.md.
void put_news(View& view, const SitePage& page, const SiteContext& site);

// `news_href` on a network's page; `feed_href` there, on the start page and beside what is new.
void put_news_links(View& view, const SitePage& page, const SiteContext& site);

// Whether the site has a feed: what is new is known and the site has an address.
bool has_feed(const SiteContext& site);

inline constexpr const char* feed_file = "nytt.xml";

}  // namespace traff
