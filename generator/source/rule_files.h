// The files git takes rules from, looked at before libgit2 takes those that it cannot read for none: what they keep
// private must not be published, and what they change must be changed.
#pragma once

#include <git2.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

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

}  // namespace traff
