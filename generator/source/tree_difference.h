// Two git trees side by side, looked into only where they differ: what libgit2's own diff does in eight times the time.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/content_id.h"
#include "git/git_handle.h"

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
  ContentId id;               // in `tree`
  bool is_in_other = false;   // with other bytes or another mode
};

// Calls `found` for every file of `tree` that is missing from `other` (nothing: empty) or not the same there, in no
// order. `enters` says which folders ("a/b/") are of interest. Links count as files, submodules as nothing.
void compare_trees(TreeReader& trees, const ContentId& tree, const std::optional<ContentId>& other,
                   const std::function<bool(const std::string&)>& enters,
                   const std::function<void(const DifferentFile&)>& found);

}  // namespace traff
