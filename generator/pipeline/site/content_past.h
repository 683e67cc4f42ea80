// Earlier versions of the content, read and parsed when something asks for them: what is new, and a page's changes.
// A site that shows neither never opens them.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "course/body/section_text.h"
#include "disk/blob_cache.h"
#include "source/history/past_content.h"
#include "source/source_tree.h"

namespace traff {

class ContentPast {
 public:
  struct Place {
    ContentPlace content;
    std::string prefix;  // of the content root in the repository
    ContentId tip;       // the commit the site is made from
    bool fresh = false;  // nothing that is kept is believed
  };

  ContentPast(Place place, Language language) : place_(std::move(place)), language_(language) {}

  // All are thread-safe, and throw Failure as their source does.
  const Mainline& mainline();
  std::optional<ContentId> tree_of(const std::string& revision);
  std::optional<ContentId> folder(const ContentId& tree, std::string_view path);
  std::optional<ContentId> file(const ContentId& tree, std::string_view path);
  std::vector<SourceFile> files(const ContentId& tree, std::string_view folder);
  std::vector<FileStep> steps(const std::string& path, const std::vector<ContentId>& commits);

  // Whether .git-blame-ignore-revs lists one of these: commits of the mainline, the tip first, down to `end`.
  bool ignores_any(const MainlineCommit& end);

  // For each of them whose version of the file is another than that of the one below: whether it is ignored.
  struct MainlineStep {
    std::optional<ContentId> before;
    std::optional<ContentId> after;
    bool ignored = false;
  };
  std::vector<MainlineStep> steps_since(const MainlineCommit& end, const std::string& path);

  // A page's text at that path, parsed once and kept for the next run.
  std::shared_ptr<const DocumentVersion> version(const ContentId& id, const std::string& path);

  // Whether the page at `path` was a draft after each of the `commits` that changed it, as steps(); worked out once.
  struct DraftTurn {
    std::size_t change = 0;  // which of the commits
    bool is_draft = false;
  };
  std::shared_ptr<const std::vector<DraftTurn>> draft_turns(const std::string& path,
                                                            const std::vector<ContentId>& commits);

  // For the next run; does nothing when nothing was asked.
  void save();

 private:
  PastContent& open();
  const std::unordered_set<ContentId>& ignored();

  Place place_;
  Language language_;
  std::recursive_mutex mutex_;
  std::unique_ptr<PastContent> content_;
  std::optional<Mainline> mainline_;
  std::optional<std::unordered_set<ContentId>> ignored_;
  std::unique_ptr<BlobCache> cache_;
  std::unordered_map<std::string, std::shared_ptr<const std::vector<DraftTurn>>> turns_;  // by path
};

}  // namespace traff
