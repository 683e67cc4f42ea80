// Lists of pages for the start page, a network's page and the contents page.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "pages/site_context.h"

namespace traff {

// The page's <h1>.
std::string page_title(const SitePage& page, const SiteContext& site);

nlohmann::json network_cards(std::string_view address, const SiteContext& site);     // `networks` of the start page
nlohmann::json page_cards(std::string_view address, const SiteContext& site);        // `pages`: those of no network
nlohmann::json network_contents(std::string_view address, const SiteContext& site);  // `networks` of the contents page
nlohmann::json navigation_groups(NetworkIndex network, std::string_view address, const SiteContext& site);
nlohmann::json meeting_item(const Meeting& meeting, std::string_view address, const SiteContext& site);

}  // namespace traff
