// Everything a page may be made from, under one name per network: while it is the same nobody need look at the page.
// A page of a network sees the whole of that network, and of other files only their outlines: where they are, what they
// are called, what they say in their front matter, which headings they have.
#pragma once

#include <vector>

#include "base/content_id.h"
#include "pages/addresses/site_map.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

class PageSources {
 public:
  // Cost: one hash over 20 bytes per document and file. `with_changes`: per document, whether it has a list of them.
  // `offline_bytes`: how large the copy is that the start page tells of, if there is one.
  PageSources(const LoadedSite& site, const std::vector<char>& with_changes,
              std::optional<std::uint64_t> offline_bytes);

  const ContentId& of(const SitePage& page) const {
    if (page.kind == PageKind::news) return of_news(page.network);
    return page.kind == PageKind::changes ? of_changes(page.network) : of(page.network);
  }

  // no_index: of what belongs to no network, or to several.
  const ContentId& of(NetworkIndex network) const { return network == no_index ? site_ : networks_[network]; }

  // What is new depends on the commit too; a list of changes on all that changed its page.
  const ContentId& of_news(NetworkIndex network) const { return network == no_index ? news_.back() : news_[network]; }
  const ContentId& of_changes(NetworkIndex network) const {
    return network == no_index ? changes_.back() : changes_[network];
  }

 private:
  void add_history(const LoadedSite& site, const std::vector<char>& with_changes);

  ContentId site_;
  std::vector<ContentId> networks_;
  std::vector<ContentId> news_;     // per network, the site's last
  std::vector<ContentId> changes_;  // the same
};

}  // namespace traff
