// Every page the site has and its address: the authors' files and the pages made beside them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "course/model/course.h"

namespace traff {

struct SitePage {
  PageKind kind = PageKind::page;
  std::string address;                // relative to the site's root
  DocumentIndex document = no_index;  // the author's file; no_index for a page made by the program
  NetworkIndex network = no_index;
  std::uint32_t position =
      0;  // of a mellanperiod: index in Network::meetings of the träff after it; 0 = before the first
  DocumentIndex about = no_index;  // of a list of changes: the page they were made in
};

// Pages that tell of earlier versions, where git knows of any.
struct HistoryPages {
  bool news = false;              // each network's "Nytt sedan förra träffen"
  std::span<const char> changes;  // per document: whether it has a list of its changes; may be empty
};

class SiteMap {
 public:
  SiteMap(std::span<const Document> documents, const Course& course, const HistoryPages& history = {});

  const std::vector<SitePage>& pages() const { return pages_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }  // P8: two files, one address

  // "" for a page that is not published.
  const std::string& address_of(DocumentIndex document) const { return addresses_[document]; }

  // The page at a folder's index: a network's own, the list of its träffar; "" when none is made or written.
  std::string folder_page(std::string_view content_folder) const;

  std::string meetings_page(NetworkIndex network) const;
  std::string network_page(NetworkIndex network) const;

  // "" when there is none: nothing is known of earlier versions, or an author's own page has its address.
  std::string news_page(NetworkIndex network) const;
  std::string changes_page(DocumentIndex document) const;

  // "" when neither träff says anything about that period.
  const SitePage* between(NetworkIndex network, std::uint32_t position) const;

 private:
  void add_documents();
  void add_network_pages(NetworkIndex network);
  void add_site_pages();
  void add_history_pages(const HistoryPages& history);
  std::string made_page(const std::string& address, PageKind kind) const;
  bool add(SitePage page);

  std::span<const Document> documents_;
  const Course& course_;
  std::vector<SitePage> pages_;
  std::vector<std::string> addresses_;
  std::unordered_map<std::string, std::size_t> by_address_;
  std::vector<Diagnostic> diagnostics_;
};

// P8: the file gets an address that is taken, by `first_path` or, when that is "", by a page the program makes.
Diagnostic same_address(const std::string& path, const std::string& first_path, const std::string& address);

// Whether a träff's file has a section of that kind with something in it; its heading's index, or no_index.
std::uint32_t find_section(const Meeting& meeting, SectionKind kind);

}  // namespace traff
