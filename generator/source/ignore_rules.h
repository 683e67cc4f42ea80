// git's ignore rules for paths that are not tracked. As in git, nothing inside an ignored folder can be
// wanted back. One instance belongs to one thread.
#pragma once

#include <string>
#include <unordered_map>

#include "git/git_handle.h"

namespace traff {

class IgnoreRules {
 public:
  // `prefix` as for TrackedFiles. `repository` must outlive this.
  IgnoreRules(git_repository& repository, std::string prefix);

  bool ignores_folder(const std::string& path);
  bool ignores_file(const std::string& path);

 private:
  // Both with paths relative to the repository.
  bool folder_or_parent(const std::string& path);
  bool asks_git(const std::string& path);

  git_repository& repository_;
  std::string prefix_;
  std::unordered_map<std::string, bool> folders_;
};

}  // namespace traff
