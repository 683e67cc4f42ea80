// What a clone lacks by design: commits older than those it was made with (`git clone --depth`), and objects it was
// promised (`git clone --filter`, git/object_failure).
#pragma once

#include <unordered_set>

#include "base/content_id.h"
#include "base/failure.h"
#include "git/git_handle.h"

namespace traff {

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
