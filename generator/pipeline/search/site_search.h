// What can be searched for on a site, and the index of it. Nothing is read before it is asked for.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "pages/addresses/site_map.h"
#include "pages/search_entry.h"
#include "pipeline/site/loaded_site.h"
#include "search/index_shards.h"
#include "search/index_spec.h"
#include "search/learnt_words.h"
#include "search/lunr_index.h"
#include "search/lunr_json.h"

namespace traff {

// How a site's texts are indexed: the page's language, titles before headings before text.
IndexSpec site_index_spec(Language language);

class SiteSearch {
 public:
  // Both must outlive this.
  SiteSearch(const LoadedSite& site, const SiteMap& map, unsigned jobs);

  // Of everything the index and the list of results are made from. Cost: a hash over some 150 bytes per page.
  const ContentId& id() const { return id_; }

  // The published pages of authors, by path; results are numbered through them.
  const std::vector<DocumentIndex>& pages() const { return pages_; }
  std::vector<SearchEntry> entries(DocumentIndex document,
                                   std::size_t excerpt_bytes = short_excerpt) const;  // thread-safe

  // What follows is made when it is first asked for, from the cache where pages are known; thread-safe.
  const LunrIndex& index();
  const IndexShards& shards();
  std::string words_json();  // docs/search.md, "words"

  // Without making them when an earlier run did from the same texts.
  std::size_t shard_count();
  std::optional<std::size_t> known_shard_count();

  // docs/search.md, "documents"; all but the entries, which results_id names.
  std::string results_start();
  void write_results(const TextSink& sink);

  // Of what the results of `count` pages from `first` on show.
  ContentId results_id(std::size_t first, std::size_t count);

  // docs/search.md, "a block": so many pages, with long excerpts when it is one.
  std::size_t pages_per_block() const;
  ContentId block_id(std::size_t first);
  std::string block_json(std::size_t first);

  std::string manifest_json(bool in_shards);  // docs/search.md, "manifest"

 private:
  ContentId page_key(DocumentIndex document) const;
  ContentId shard_count_key() const;
  ContentId find_id() const;
  BlobCache& cache() const { return site_.cache("search"); }
  void build();
  std::string networks_json() const;
  std::string pages_json(std::size_t first, std::size_t end) const;
  void append_page(std::string& json, DocumentIndex document) const;
  std::string rows_of(std::size_t page, std::size_t excerpt_bytes);
  static void append_rows(std::string& json, std::size_t page, const std::string& rows, bool is_first);

  const LoadedSite& site_;
  const SiteMap& map_;
  unsigned jobs_;
  std::vector<DocumentIndex> pages_;
  ContentId id_;
  std::once_flag built_;
  LunrIndex index_;
  std::vector<std::size_t> first_entries_;  // by page: the number of its own entry
  std::vector<ContentId> rows_;             // by page
  LearntWords words_;
  std::once_flag cut_;
  std::optional<IndexShards> shards_;
};

}  // namespace traff
