// A folder of its own for one test, and the git command in it as the second opinion. Git sees no
// settings of whoever runs the tests.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "source/source_tree.h"

namespace traff {

using IdsByPath = std::map<std::string, std::string>;

class GitSandbox {
 public:
  GitSandbox();
  ~GitSandbox();
  GitSandbox(const GitSandbox&) = delete;
  GitSandbox& operator=(const GitSandbox&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::string path(const std::string& relative = "") const { return (folder_ / relative).string(); }

  void write(const std::string& relative, const std::string& bytes) const;
  void remove(const std::string& relative) const;

  // Makes every stamp old enough to be trusted.
  void let_settle() const;

  // Runs `git -C folder …` in a shell and gives what it printed; fails the test when git fails.
  std::string git(const std::string& arguments) const;
  void commit_all() const;

  // What git itself says of the folder `below` ("" or ending in '/'), paths relative to it, hidden names left out.
  IdsByPath committed_ids(const std::string& revision, const std::string& below = "") const;
  IdsByPath next_commit_ids(const std::string& below = "") const;

 private:
  std::filesystem::path folder_;
};

// Changes the current folder for as long as it lives.
class CurrentFolder {
 public:
  explicit CurrentFolder(const std::filesystem::path& folder);
  ~CurrentFolder();

 private:
  std::filesystem::path before_;
};

IdsByPath ids_of(const SourceTree& tree);
std::vector<std::string> paths_of(const SourceTree& tree);

// "code path", sorted.
std::vector<std::string> findings_of(const SourceTree& tree);

// Whether each file's bytes have the file's id.
bool reads_true(const SourceTree& tree);

IdsByPath working_ids(const std::string& argument);
IdsByPath revision_ids(const std::string& argument, const std::string& revision);

// The code of the Failure that `action` throws, "" when it throws none.
template <class Action>
std::string failure_code(Action action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.code.name();
  }
  return "";
}

}  // namespace traff
