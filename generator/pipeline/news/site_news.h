// What is new in each network since its last träff: the commit the site is made from beside the commit of that day's
// end. A function of the content and its history alone; no clock is asked.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "course/changes/document_changes.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

class SiteNews {
 public:
  // `language`: of dates in the changes. `site` must outlive it; its past() must be there.
  SiteNews(const LoadedSite& site, Language language);

  // Thread-safe; worked out once for each network. Cost: the network's trees then, and its changed texts.
  NetworkNews of(NetworkIndex network);

  // Whether any commit since then touched the network's folder; what is not committed does not count. Thread-safe.
  bool has_commits(NetworkIndex network) const;

  // Of one network, or of the pages that belong to none (no_index), since that commit's tree (nothing: since ever).
  std::vector<PageNews> since(NetworkIndex network, const std::optional<ContentId>& tree) const;

 private:
  struct OldPage;

  struct Beginning {
    NetworkNews news;                      // without its pages
    const MainlineCommit* base = nullptr;  // null: nothing was there
  };

  NetworkNews find(NetworkIndex network) const;
  NetworkNews last_occasion(NetworkIndex network) const;
  NetworkNews first_publication(NetworkIndex network) const;
  Beginning begin(NetworkIndex network) const;
  std::vector<OldPage> old_pages(NetworkIndex network, const std::optional<ContentId>& tree) const;
  bool belongs_to(std::string_view path, NetworkIndex network) const;
  bool was_draft_network(NetworkIndex network, const std::optional<ContentId>& tree) const;
  std::vector<DocumentIndex> new_pages(NetworkIndex network) const;
  DocumentVersion current(DocumentIndex document) const;
  std::optional<PageNews> compare(DocumentIndex document, const OldPage& old, const ChangeFrame& frame) const;
  void settle_moved(std::vector<DocumentIndex>& added, std::vector<OldPage>& gone, const ChangeFrame& frame,
                    std::vector<PageNews>& news) const;
  void drop_ignored(const MainlineCommit& base, NetworkIndex network, std::vector<PageNews>& pages) const;
  std::optional<ChangeDay> last_change(DocumentIndex document) const;
  ChangeFrame frame(NetworkIndex network) const;

  const LoadedSite& site_;
  Language language_;
  std::unordered_map<std::string_view, NetworkIndex> networks_;  // by folder
  std::mutex mutex_;
  std::unordered_map<NetworkIndex, NetworkNews> known_;
};

}  // namespace traff
