// Trees of a repository side by side, looked into only where they differ (what libgit2's own diff does in eight times
// the time); and where the commits of this clone end.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "git/repository.h"

namespace traff {

// Trees read lately, since neighbours in a history share most of theirs.
class TreeReader {
 public:
  explicit TreeReader(git_repository& repository) : repository_(repository) {}

  // Throws Failure W16, W66.
  std::shared_ptr<const git_tree> read(const ContentId& id);

  // The tree of the folder `path` ("a/b/" or ""); nothing when there is none.
  std::optional<ContentId> folder(const ContentId& root, const std::string& path);

 private:
  git_repository& repository_;
  std::unordered_map<ContentId, std::shared_ptr<const git_tree>> known_;
};

struct DifferentFile {
  const std::string& path;
  ContentId id;              // in `tree`
  bool is_in_other = false;  // with other bytes or another mode
};

// Calls `found` for every file of `tree` that is missing from `other` (nothing: empty) or not the same there, in no
// order. `enters` says which folders ("a/b/") are of interest. Links count as files, submodules as nothing.
void compare_trees(TreeReader& trees, const ContentId& tree, const std::optional<ContentId>& other,
                   const std::function<bool(const std::string&)>& enters,
                   const std::function<void(const DifferentFile&)>& found);

// What a clone lacks by design: commits older than those it was made with (`git clone --depth`), and objects it was
// promised (`git clone --filter`, git/repository).

struct CloneEdge {
  // The same id, the same end, of a whole clone too: what is known of older commits holds for as long as it is the
  // same.
  ContentId id;
  std::unordered_set<ContentId> commits;  // whose parents, if they have any, the clone lacks
};

// Throws Failure W1 when it cannot be told.
CloneEdge load_clone_edge(const git_repository& repository);

// Whether the commit has parents that the clone lacks. Asked of its bytes: libgit2 gives a listed commit its parents
// before 1.7 and none from then on, and git lists the first commit of all too, when the clone reaches down to it.
bool is_cut_off(const CloneEdge& edge, const git_commit& commit);

// Whether the failure says that this clone was made without something.
bool is_promised_only(const Failure& failure);

}  // namespace traff
