#include "source/ignore_rules.h"

#include <utility>

#include "base/failure.h"

namespace traff {

namespace {

bool is_ignored(git_repository& repository, const std::string& path) {
  int ignored = 0;
  const int code = git_ignore_path_is_ignored(&ignored, &repository, path.c_str());
  if (code < 0) throw Failure("W18", {git_repository_path(&repository), git_cause()});
  return ignored != 0;
}

}  // namespace

IgnoreRules::IgnoreRules(git_repository& repository, std::string prefix)
    : repository_(repository), prefix_(std::move(prefix)), files_(repository, RuleFiles::Kind::ignore) {}

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
  const std::size_t slash = path.rfind('/');
  const bool ignored = (slash != std::string::npos && folder_or_parent(path.substr(0, slash))) || asks_git(path + "/");
  folders_.emplace(path, ignored);
  return ignored;
}

// Two handles that read the rules each for itself: an error that passes is seen when they disagree.
bool IgnoreRules::asks_git(const std::string& path) {
  files_.require_readable(parent_of(path));
  if (!second_) second_ = open_repository(git_repository_path(&repository_));
  const bool ignored = is_ignored(repository_, path);
  if (is_ignored(*second_, path) != ignored) throw Failure("W17", {".gitignore"});
  return ignored;
}

}  // namespace traff
