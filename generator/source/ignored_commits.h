// Commits that changed only the looks of texts, as `.git-blame-ignore-revs` at the top of the repository lists them.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_set>

#include "base/content_id.h"
#include "git/git_handle.h"

namespace traff {

struct IgnoredCommits {
  std::optional<ContentId> list;  // the file's own id
  std::unordered_set<ContentId> ids;
};

// A line is a whole commit id; what follows '#' is a remark; other lines are passed over.
std::unordered_set<ContentId> parse_ignored_commits(std::string_view text);

// As the list stands in the commit's `tree`. Throws Failure W16, W66.
IgnoredCommits load_ignored_commits(git_repository& repository, const ContentId& tree);

}  // namespace traff
