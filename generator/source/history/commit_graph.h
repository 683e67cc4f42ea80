// The commits that lead to one of them, each after all that come of it. Times only: no names, no messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/content_id.h"
#include "git/repository.h"

namespace traff {

// The author's clock: when, and how far east of UTC it was set.
struct ChangeTime {
  std::int64_t seconds = 0;  // since 1970, UTC
  std::int32_t offset_minutes = 0;
  bool operator==(const ChangeTime&) const = default;
};

struct GraphCommit {
  // A parent that lies before the commit where the graph was told to stop, but is not that one.
  static constexpr std::uint32_t outside = 0xFFFFFFFF;

  ContentId id;
  ContentId tree;
  ChangeTime authored;
  std::int64_t committed = 0;
  std::vector<std::uint32_t> parents;  // into CommitGraph::commits, or `outside`
  bool is_cut_off = false;             // it has parents that a shallow clone lacks
};

struct CommitGraph {
  std::vector<GraphCommit> commits;    // children before parents, the tip first
  std::optional<std::uint32_t> known;  // where in `commits` the commit it stops at is; that one has no parents here
};

// Stops at `known` when it leads to `tip`; otherwise goes to the beginning. Cost: linear in the commits it goes
// through. Throws Failure W16 when a commit is damaged or missing.
CommitGraph load_commit_graph(git_repository& repository, const ContentId& tip, const std::optional<ContentId>& known);

// Commits that changed only the looks of texts, as `.git-blame-ignore-revs` at the top of the repository lists them.

struct IgnoredCommits {
  std::optional<ContentId> list;  // the file's own id
  std::unordered_set<ContentId> ids;
};

// A line is a whole commit id; what follows '#' is a remark; other lines are passed over.
std::unordered_set<ContentId> parse_ignored_commits(std::string_view text);

// As the list stands in the commit's `tree`. Throws Failure W16, W66.
IgnoredCommits load_ignored_commits(git_repository& repository, const ContentId& tree);

}  // namespace traff
