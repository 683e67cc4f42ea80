#include "pipeline/site_copy.h"

#include "base/slug.h"

namespace traff {

bool is_for_servers(std::string_view path) {
  return path == "404.html" || path == "robots.txt" || path == "sitemap.xml" || path == "search/index.json";
}

std::string copy_folder(const std::string& site_title) {
  const std::string name = slug(site_title);
  return name.empty() ? "webbplats" : name;
}

CopyOrigin origin_of_copy(const SiteVersion& version, const std::string& site_address) {
  CopyOrigin origin;
  if (version.is_exact) origin.commit = version.commit;
  if (version.day) origin.day = iso_date(*version.day);
  origin.address = site_address;
  return origin;
}

}  // namespace traff
