// When each file of the content was changed, as git tells it. Dates and commits only: never a name, an address or a
// message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/date.h"
#include "disk/state.h"
#include "source/history/commit_graph.h"
#include "source/source_tree.h"

namespace traff {

// Of one commit, looked through for where an added file came from.
inline constexpr std::size_t most_removed_files = 200'000;

struct HistoryCommit {
  ContentId id;
  ChangeTime authored;
};

struct FileHistory {
  std::string path;                    // as SourceFile::path
  std::string first_path;              // its first name, when it was moved unchanged; else the same
  std::vector<std::uint32_t> changes;  // into History::commits, the last change first
  bool is_cut_off = false;             // older changes may exist, in commits this clone lacks
};

struct History {
  ContentId tip;
  ChangeTime tip_time;  // when that was committed, on the committer's clock
  ContentId edge;       // where the commits of this clone end (git/trees.h)
  std::vector<HistoryCommit> commits;
  std::vector<FileHistory> files;  // by path
  bool is_cut_off = false;         // one of them is
  std::size_t commits_read = 0;    // this time; what the answer cost

  const FileHistory* find(std::string_view path) const;

  // Nothing when it is unknown: not committed yet, or before what a shallow clone holds.
  std::optional<ChangeTime> last_change(std::string_view path) const;

  // When a file, under this or an earlier name, first was there.
  std::optional<ChangeTime> first_publication(std::string_view path) const;
};

// The day on the author's calendar.
Date day_of(const ChangeTime& time);

// Of every file below the content root as it is in `revision` (empty: HEAD); nothing without a repository, without a
// commit, or when `revision` names a tree. `last_change` is what `git log -1 -- PATH` says, `changes` what
// `git log -- PATH` says, commits of .git-blame-ignore-revs left out; a file that was moved unchanged brings the
// changes of its old name along.
//
// Cost: one walk over the commits, independent of the number of files. Kept in the state folder: the same tip costs
// reading one file, a later one a walk down to the tip that is kept (or all of it after a merge of older work, and
// when a clone that lacked commits got some of them).
// When a partial clone lacks an older tree, no file is known and is_cut_off is set.
// Throws Failure W13–W16, W18: nothing is remembered then.
std::optional<History> load_history(const ContentPlace& place, const std::string& revision,
                                    Memory memory = Memory::use);

}  // namespace traff
