// "Nytt sedan förra träffen", and the links that lead there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/changes/document_changes.h"
#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

// `intro`, `items` and `more` of docs/theme.md.
void put_news(View& view, const SitePage& page, const SiteContext& site);

// `news_href` on a network's page; `feed_href` there, on the start page and beside what is new.
void put_news_links(View& view, const SitePage& page, const SiteContext& site);

// Whether the site has a feed: what is new is known and the site has an address.
bool has_feed(const SiteContext& site);

inline constexpr const char* feed_file = "nytt.xml";

// "Ändringar": what has been changed in one page, day by day, with the words before and after.

// `intro` and `entries` of docs/theme.md.
void put_changes(View& view, const std::vector<PageChange>& changes, const SiteContext& site);

// What is gone in <del>, what is new in <ins>, each with a word for those who hear it; of long text that stays, what
// stands beside a change. Cost: linear.
std::string difference_html(std::string_view before, std::string_view after, const Theme& theme);

// What is new as an Atom feed (RFC 4287), for readers' programs: an entry for each page that changed.

// For a site that has a feed (news_view.h). The same bytes for the same commit.
std::string news_feed(const SiteContext& site);

}  // namespace traff
