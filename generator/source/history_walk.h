// One walk from the tip over all commits, each file handed from a commit to the parent that has it unchanged.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "source/commit_graph.h"
#include "source/history.h"

namespace traff {

struct HistoryQuestion {
  ContentId tip;
  std::string prefix;                     // of the content root, "content/" or ""
  std::unordered_set<ContentId> ignored;  // commits that do not count as changes
};

// `kept` is the answer to the same question for an earlier tip. Nothing when it cannot be continued from there: then
// ask without. Throws Failure W16; W19 when there are too many files.
std::optional<History> walk_history(git_repository& repository, const HistoryQuestion& question, const History* kept);

}  // namespace traff
