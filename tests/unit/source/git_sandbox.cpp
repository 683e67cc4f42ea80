#include "source/git_sandbox.h"
#include "source/content_place.h"

#include <stdlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <thread>

#include "base/text.h"
#include "base/unicode.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

// Before main, because libgit2 looks at HOME only once.
struct IsolatedGit {
  IsolatedGit() {
    for (const char* name : {"HOME", "XDG_CONFIG_HOME"}) ::setenv(name, "/nonexistent", 1);
    for (const char* name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"}) ::setenv(name, "/dev/null", 1);
    for (const char* name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"}) ::setenv(name, "Test", 1);
    for (const char* name : {"GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"}) ::setenv(name, "test@example.org", 1);
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}) ::unsetenv(name);
  }
} const isolated_git;

std::string quoted(const std::string& text) { return "'" + replace_all(text, "'", "'\\''") + "'"; }

bool is_visible(const std::string& path) { return !path.starts_with('.') && path.find("/.") == std::string::npos; }

}  // namespace

GitSandbox::GitSandbox() {
  std::string name = (fs::temp_directory_path() / "traff-source-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  folder_ = fs::canonical(name);
}

GitSandbox::~GitSandbox() {
  std::error_code error;
  fs::remove_all(folder_, error);
}

void GitSandbox::write(const std::string& relative, const std::string& bytes) const {
  fs::create_directories((folder_ / relative).parent_path());
  std::ofstream(folder_ / relative, std::ios::binary) << bytes;
}

void GitSandbox::remove(const std::string& relative) const { fs::remove_all(folder_ / relative); }

void GitSandbox::let_settle() const { std::this_thread::sleep_for(std::chrono::milliseconds(60)); }

std::string GitSandbox::git(const std::string& arguments) const {
  const std::string command = "git -C " + quoted(folder_.string()) + " " + arguments;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[4096];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  INFO(command);
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

void GitSandbox::commit_all() const {
  git("add -A");
  git("commit -q --allow-empty -m 'En ändring'");
}

IdsByPath GitSandbox::committed_ids(const std::string& revision, const std::string& below) const {
  IdsByPath ids;
  const std::string listing = git("ls-tree -r -z " + quoted(revision) + (below.empty() ? "" : " " + quoted(below)));
  for (const auto line : split(listing, '\0')) {
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    const std::string path(line.substr(tab + 1 + below.size()));
    if (is_visible(path)) ids[to_nfc(path)] = std::string(line.substr(tab - 40, 40));
  }
  return ids;
}

// What `git add -A` would stage, in an index of its own so that the real one stays as it is.
IdsByPath GitSandbox::next_commit_ids(const std::string& below) const {
  const fs::path index = folder_ / ".git/index";
  const fs::path trial = folder_ / ".git/trial-index";
  fs::remove(trial);
  if (fs::exists(index)) fs::copy_file(index, trial);
  ::setenv("GIT_INDEX_FILE", trial.c_str(), 1);
  git("add -A 2>/dev/null");
  const std::string listing = git("ls-files -s -z");
  ::unsetenv("GIT_INDEX_FILE");
  IdsByPath ids;
  for (const auto line : split(listing, '\0')) {
    if (line.empty()) continue;
    const std::string_view path = line.substr(line.find('\t') + 1);
    if (!path.starts_with(below)) continue;
    const std::string relative(path.substr(below.size()));
    if (is_visible(relative)) ids[to_nfc(relative)] = std::string(line.substr(7, 40));
  }
  return ids;
}

CurrentFolder::CurrentFolder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
CurrentFolder::~CurrentFolder() { fs::current_path(before_); }

IdsByPath ids_of(const SourceTree& tree) {
  IdsByPath ids;
  for (const SourceFile& file : tree.files()) ids[file.path] = to_hex(file.id);
  return ids;
}

std::vector<std::string> paths_of(const SourceTree& tree) {
  std::vector<std::string> paths;
  for (const SourceFile& file : tree.files()) paths.push_back(file.path);
  return paths;
}

std::vector<std::string> findings_of(const SourceTree& tree) {
  std::vector<std::string> findings;
  for (const Diagnostic& diagnostic : tree.diagnostics())
    findings.push_back(diagnostic.code.name() + " " + diagnostic.place.path);
  std::sort(findings.begin(), findings.end());
  return findings;
}

bool reads_true(const SourceTree& tree) {
  for (std::size_t i = 0; i < tree.files().size(); ++i) {
    if (content_id(tree.read(i)) != tree.files()[i].id) return false;
  }
  return true;
}

IdsByPath working_ids(const std::string& argument) {
  const auto tree = load_working_tree(load_content_place(argument), 2);
  CHECK(reads_true(*tree));
  return ids_of(*tree);
}

IdsByPath revision_ids(const std::string& argument, const std::string& revision) {
  const auto tree = load_revision(load_content_place(argument), revision, 2);
  CHECK(reads_true(*tree));
  return ids_of(*tree);
}

}  // namespace traff
