#include "pages/sitemap.h"

#include "base/text.h"

namespace traff {

std::string sitemap_xml(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  if (root.empty()) return {};
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const SitePage& page : site.map.pages()) {
    if (page.kind == SitePageKind::not_found || page.kind == SitePageKind::changes) continue;
    xml += "<url><loc>" + html_escaped(root + page.address) + "</loc></url>\n";
  }
  return xml + "</urlset>\n";
}

std::string robots_txt(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  if (root.empty()) return {};
  return "User-agent: *\nAllow: /\n\nSitemap: " + root + "sitemap.xml\n";
}

}  // namespace traff
