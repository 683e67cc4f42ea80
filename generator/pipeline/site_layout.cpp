#include "pipeline/site_layout.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/parallel.h"
#include "pipeline/site/page_history.h"

namespace traff {

namespace {

std::vector<std::string> paths_of(const std::vector<LoadedSite::OtherFile>& files) {
  std::vector<std::string> paths;
  for (const LoadedSite::OtherFile& file : files) paths.push_back(file.path);
  return paths;
}

std::vector<Navigation> make_navigations(const LoadedSite& site, const SiteMap& map, unsigned jobs) {
  std::vector<Navigation> made(site.course().networks.size());
  for_each_index(made.size(), jobs, [&](std::size_t i) {
    made[i] = make_navigation(site.documents(), site.course(), map, site.theme(), static_cast<NetworkIndex>(i));
  });
  return made;
}

std::function<NetworkNews(NetworkIndex)> news_of(SiteNews* news) {
  if (news == nullptr) return {};
  return [news](NetworkIndex network) { return news->of(network); };
}

}  // namespace

SiteLayout::SiteLayout(const LoadedSite& site, std::optional<std::uint64_t> offline_bytes, unsigned jobs)
    : file_paths_(paths_of(site.files())),
      index_(site.documents(), site.course(), file_paths_, site.left_out()),
      with_changes_(pages_with_changes(site)),
      map_(site.documents(), site.course(), {site.past() != nullptr, with_changes_}),
      diagnostics_(map_.diagnostics()),
      navigations_(make_navigations(site, map_, jobs)),
      loose_pages_(loose_pages(site.documents(), site.course())),
      footer_(footer_pages(site.documents(), site.course())),
      sources_(site, with_changes_, offline_bytes),
      news_(site.past() == nullptr ? nullptr : std::make_unique<SiteNews>(site, site.course().site.language)),
      context_{site.documents(),
               site.course(),
               site.theme(),
               index_,
               map_,
               navigations_,
               loose_pages_,
               footer_,
               [&site](DocumentIndex i) { return site.html(i); },
               site.origin(),
               news_of(news_.get()),
               [news = news_.get()](NetworkIndex network) { return news->has_commits(network); },
               offline_bytes,
               find_site_logo(site)} {}

std::optional<SiteLogo> SiteLayout::find_site_logo(const LoadedSite& site) {
  FoundLogo found = find_logo(site.documents(), site.course(), index_);
  if (found.diagnostic) diagnostics_.push_back(std::move(*found.diagnostic));
  if (!found.logo) return std::nullopt;
  const auto file = std::ranges::find(site.files(), found.logo->path, &LoadedSite::OtherFile::path);
  if (file != site.files().end()) found.logo->size = image_size(site.read(*file));
  return found.logo;
}

}  // namespace traff
