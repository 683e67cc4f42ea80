// Where a link leads, by the paths of the content alone; the only place that looks a path up.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "course/model/course.h"

namespace traff {

struct LinkTarget {
  enum class Kind : std::uint8_t {
    external,         // another site, mailto: …
    page,             // `document`, perhaps at `anchor`
    folder,           // a page the program makes for `path` (a network's start page, the list of its träffar)
    file,             // `path` in the content
    missing,          // nothing there
    missing_heading,  // the page is there, the heading is not
    draft,            // a page that is not published
    left_out,         // a file that does not come along, because browsers would run it
  };
  Kind kind = Kind::missing;
  DocumentIndex document = no_index;
  std::string path;     // in the content
  std::string anchor;   // id of a heading or a slide, without '#'
  std::string nearest;  // of what is missing, once asked for: a path or heading id close to what was written
};

class ContentIndex {
 public:
  // All arguments must outlive this. `files` are the paths of everything that is not a page and comes along; `left_out`
  // of what does not.
  ContentIndex(std::span<const Document> documents, const Course& course, std::span<const std::string> files,
               std::span<const std::string> left_out = {});

  // `target` as written in `from`. Cost: a few hash lookups.
  LinkTarget find(const Document& from, std::string_view target) const;

  // Sets `nearest` of a missing target. Cost: a look at up to a thousand names, so ask seldom.
  void find_nearest(LinkTarget& missing) const;

 private:
  LinkTarget find_path(const std::string& path, std::string_view anchor) const;
  DocumentIndex find_page(const std::string& path) const;
  LinkTarget page_target(DocumentIndex document, std::string_view anchor) const;
  const Heading* find_heading(DocumentIndex document, std::string_view id) const;
  std::string nearest_path(const std::string& path) const;
  std::string nearest_heading(DocumentIndex document, std::string_view anchor) const;

  std::span<const Document> documents_;
  const Course& course_;
  std::span<const std::string> file_list_;
  std::unordered_map<std::string_view, DocumentIndex> pages_;
  std::unordered_set<std::string_view> files_;
  std::unordered_set<std::string_view> left_out_;
  std::unordered_set<std::string> made_folders_;
  using HeadingsById = std::unordered_map<std::string_view, const Heading*>;
  std::unordered_map<DocumentIndex, HeadingsById> headings_;  // of documents with many

  // For "menade du": made when the first link turns out to lead nowhere.
  struct Nearby {
    std::unordered_map<std::string, std::string_view> by_file_name;
    std::unordered_map<std::string_view, std::vector<std::string_view>> by_folder;
  };
  const Nearby& nearby() const;
  mutable std::once_flag nearby_made_;
  mutable Nearby nearby_;
};

// The folder whose page lists a network's träffar: "net/traffar/".
std::string meetings_folder(const Network& network, const Course& course, std::span<const Document> documents);

}  // namespace traff
