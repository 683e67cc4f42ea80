// Lists of pages for the start page, a network's page and the contents page.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/course.h"
#include "markdown/document/document.h"
#include "pages/addresses/site_context.h"
#include "theme/view.h"

namespace traff {

// The page's <h1>.
std::string page_title(const SitePage& page, const SiteContext& site);

std::vector<View> network_cards(std::string_view address, const SiteContext& site);  // `networks` of the start page
std::vector<View> page_cards(std::string_view address, const SiteContext& site);     // `pages`: those of no network
std::vector<View> network_contents(std::string_view address,
                                   const SiteContext& site);  // `networks` of the contents page
std::vector<View> navigation_groups(NetworkIndex network, std::string_view address, const SiteContext& site);
View meeting_item(const Meeting& meeting, std::string_view address, const SiteContext& site);

// `toc` of docs/theme.md: a page's headings as a list of links.

// Empty when there are too few headings for a list. In a presentation only the slides count, not what stands on them.
View contents_list(std::span<const Heading> headings, PageKind kind);

}  // namespace traff
