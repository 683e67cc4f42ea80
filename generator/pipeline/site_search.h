// What can be searched for on a site, and the index of it. Nothing is read before it is asked for.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "pages/search_entry.h"
#include "pages/site_map.h"
#include "pipeline/loaded_site.h"
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
  ContentId id() const;

  // The published pages of authors, by path; results are numbered through them.
  const std::vector<DocumentIndex>& pages() const { return pages_; }
  std::vector<SearchEntry> entries(DocumentIndex document) const;  // thread-safe

  // Made when one of them is first asked for; thread-safe.
  const LunrIndex& index();
  void write_results(const TextSink& sink);  // docs/search.md, "documents"

  std::string words_json();  // docs/search.md, "words"

  // The same of `count` pages from `first` on.
  std::string block_json(std::size_t first, std::size_t count);

  // docs/search.md, "manifest". `first_terms`: a list in JSON.
  std::string manifest_json(std::string_view first_terms, std::size_t pages_per_block);

 private:
  void build();
  std::string networks_json() const;
  std::string pages_json(std::size_t first, std::size_t end) const;
  void append_page(std::string& json, DocumentIndex document) const;

  const LoadedSite& site_;
  const SiteMap& map_;
  unsigned jobs_;
  std::vector<DocumentIndex> pages_;
  std::once_flag built_;
  LunrIndex index_;
  std::vector<std::size_t> first_entries_;  // by page: the number of its own entry
  std::vector<std::vector<WordsOfText>> words_;  // by page, by entry
  std::vector<std::string> results_;  // by page: as JSON, with a comma after each
};

}  // namespace traff
