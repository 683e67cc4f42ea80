// For search engines, when the site's public address is known.
#pragma once

#include <string>

#include "pages/site_context.h"

namespace traff {

std::string sitemap_xml(const SiteContext& site);  // "" without an address
std::string robots_txt(const SiteContext& site);   // "" without an address

}  // namespace traff
