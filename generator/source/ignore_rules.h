// git's ignore rules for paths that are not tracked. As in git, nothing inside an ignored folder can be
// wanted back. Rules that are there but cannot be read stop the run with Failure W1: what they keep private must not be
// published. One instance belongs to one thread.
#pragma once

#include <string>
#include <unordered_map>

#include "git/git_handle.h"
#include "source/rule_files.h"

namespace traff {

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

}  // namespace traff
