// What git does to a file's bytes on the way into a commit: line ends by .gitattributes and
// core.autocrlf, and $Id$. Other filters are programs of the user's own and are not run.
#pragma once

#include <string>
#include <string_view>

#include "git/repository_pool.h"
#include "source/rule_files.h"

namespace traff {

class CommitFilter {
 public:
  // `prefix` as for TrackedFiles. `pool` must outlive this.
  CommitFilter(const RepositoryPool& pool, std::string prefix);

  // Whether any filter could change these bytes; asking git costs more than reading a page.
  static bool may_change(std::string_view bytes);

  // Thread-safe. Throws Failure W18 when git's settings cannot be read, W1 and W70 as RuleFiles.
  std::string apply(const std::string& path, std::string bytes) const;

  // Whether .gitattributes gives the file to git LFS here, so that a commit has only a pointer to it.
  bool goes_to_lfs(const std::string& path) const;

 private:
  const RepositoryPool& pool_;
  std::string prefix_;
  mutable RuleFiles rules_;
  bool lfs_installed_ = false;
};

}  // namespace traff
