#include "source/ignore_rules.h"

#include <utility>

#include "base/failure.h"
#include "git/ordinary_files.h"

namespace traff {

IgnoreRules::IgnoreRules(git_repository& repository, std::string prefix)
    : repository_(repository), prefix_(std::move(prefix)) {
  require_ordinary_rules(git_repository_workdir(&repository_), "", ".gitignore");
}

bool IgnoreRules::ignores_folder(const std::string& path) { return folder_or_parent(prefix_ + path); }

bool IgnoreRules::ignores_file(const std::string& path) {
  const std::string whole = prefix_ + path;
  const std::size_t slash = whole.rfind('/');
  if (slash != std::string::npos && folder_or_parent(whole.substr(0, slash))) return true;
  return asks_git(whole);
}

bool IgnoreRules::folder_or_parent(const std::string& path) {
  const auto known = folders_.find(path);
  if (known != folders_.end()) return known->second;
  require_ordinary_rules(git_repository_workdir(&repository_), path + "/", ".gitignore");
  const std::size_t slash = path.rfind('/');
  const bool ignored = (slash != std::string::npos && folder_or_parent(path.substr(0, slash))) || asks_git(path + "/");
  folders_.emplace(path, ignored);
  return ignored;
}

bool IgnoreRules::asks_git(const std::string& path) {
  int ignored = 0;
  if (git_ignore_path_is_ignored(&ignored, &repository_, path.c_str()) < 0) {
    throw Failure("W18", {git_repository_path(&repository_), git_cause()});
  }
  return ignored != 0;
}

}  // namespace traff
