// The files git takes rules from, looked at before libgit2 takes those that it cannot read for none: what they keep
// private must not be published, and what they change must be changed.
#pragma once

#include <git2.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "git/repository.h"

namespace traff {

class RuleFiles {
 public:
  enum class Kind : std::uint8_t { ignore, attributes };

  // `repository` has a working folder.
  RuleFiles(git_repository& repository, Kind kind);

  // Of the folder, those above it and those for the whole repository: each is looked at once. `folder` is relative to
  // the repository, "" or ending in '/'. Thread-safe. Throws Failure: W1 when one is there and cannot be read, W70 when
  // it is a pipe or a device.
  void require_readable(std::string_view folder);

 private:
  bool is_new(std::string_view folder);

  const char* name_;  // in each folder
  std::string top_;
  std::string own_;     // of this repository alone
  std::string common_;  // for all of the user's; empty when there are none
  std::mutex lock_;
  std::unordered_set<std::string> readable_;  // folders whose rules, and those above, can be read
};

// "a/b/c" and "a/b/c/" → "a/b/"; "a" → ""
std::string_view parent_of(std::string_view path);

// git's ignore rules for paths that are not tracked. As in git, nothing inside an ignored folder can be
// wanted back. Rules that are there but cannot be read stop the run with Failure W1: what they keep private must not be
// published. One instance belongs to one thread.

class IgnoreRules {
 public:
  // `prefix` as for TrackedFiles. `repository` must outlive this.
  IgnoreRules(git_repository& repository, std::string prefix);

  bool ignores_folder(const std::string& path);
  bool ignores_file(const std::string& path);

 private:
  // All with paths relative to the repository.
  bool folder_or_parent(const std::string& path);
  bool asks_git(const std::string& path);

  git_repository& repository_;
  GitRepository second_;  // asked too, since libgit2 takes rules that it failed to read once for none
  std::string prefix_;
  std::unordered_map<std::string, bool> folders_;
  RuleFiles files_;
};

// What git does to a file's bytes on the way into a commit: line ends by .gitattributes and
// core.autocrlf, and $Id$. Other filters are programs of the user's own and are not run.

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
