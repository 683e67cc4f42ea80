// What the pages of a site share: where each of them is, the menus, and what is new. Everything a page may be made
// from.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/site_map.h"
#include "pipeline/news/site_news.h"
#include "pipeline/site/loaded_site.h"
#include "pipeline/site/page_sources.h"

namespace traff {

class SiteLayout {
 public:
  // `site` must outlive it. `offline_bytes`: how large the copy is that the site offers of itself. Cost: linear in
  // pages.
  SiteLayout(const LoadedSite& site, std::optional<std::uint64_t> offline_bytes, unsigned jobs);
  SiteLayout(const SiteLayout&) = delete;
  SiteLayout& operator=(const SiteLayout&) = delete;

  const SiteMap& map() const { return map_; }
  const SiteContext& context() const { return context_; }
  const PageSources& sources() const { return sources_; }

  // Null when nothing is known of earlier versions.
  SiteNews* news() const { return news_.get(); }

  // Of addresses, and of the logo.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::optional<SiteLogo> find_site_logo(const LoadedSite& site);

  // In the order in which they depend on each other.
  std::vector<std::string> file_paths_;
  ContentIndex index_;
  std::vector<char> with_changes_;
  SiteMap map_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<Navigation> navigations_;
  std::vector<DocumentIndex> loose_pages_;
  std::vector<DocumentIndex> footer_;
  PageSources sources_;
  std::unique_ptr<SiteNews> news_;
  SiteContext context_;
};

}  // namespace traff
