// What of a working folder is content: tracked by git or at least not ignored, with names that may be
// published. The ids of unchanged files come along; the others still have to be worked out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/commit_filter.h"
#include "source/source_tree.h"
#include "source/folder_listing.h"
#include "source/ignore_rules.h"
#include "source/tracked_files.h"

namespace traff {

// The repository a working folder lies in, as one load sees it.
struct WorkingGit {
  // Throws Failure W15, W18.
  explicit WorkingGit(const ContentPlace& place);

  RepositoryPool pool;
  RepositoryPool::Lease handle;
  TrackedFiles tracked;
  IgnoreRules ignored;
  CommitFilter filter;
};

struct WorkingFile {
  ListedEntry entry;
  std::optional<ContentId> id;
  std::optional<std::string> link_target;
  bool on_disk = true;  // false: left out by a sparse checkout, to be read from the repository
};

// `git` is null for a plain folder. Adds P2, P4, P6 and P7. Throws Failure W1 when the disk fails.
std::vector<WorkingFile> find_working_files(const std::string& root, WorkingGit* git, unsigned jobs,
                                            std::vector<Diagnostic>& diagnostics);

// P7: what its owner can mend is no reason to stop. Throws Failure W1 when `error` is another: a disk that fails must
// not look like a smaller site.
Diagnostic unreadable_diagnostic(const std::string& root, const std::string& raw_path, int error);

}  // namespace traff
