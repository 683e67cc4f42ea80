#include "source/repository_place.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "base/text.h"
#include "source/disk_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

dev_t disk_of(const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) throw Failure("W1", {folder.string(), std::strerror(errno)});
  return status.st_dev;
}

// Where git is told not to look, by whoever runs it.
bool is_ceiling(const fs::path& folder) {
  const char* const ceilings = std::getenv("GIT_CEILING_DIRECTORIES");
  if (ceilings == nullptr) return false;
  const auto named = split(ceilings, ':');
  return std::any_of(named.begin(), named.end(), [&](std::string_view name) { return fs::path(name) == folder; });
}

// A damaged one too: a folder of pages has nothing of the kind.
bool looks_bare(const fs::path& folder) {
  const auto has = [&](const char* name) { return is_on_disk((folder / name).string()); };
  return has("HEAD") && (has("objects") || has("refs"));
}

// What is to be opened, and "" where there is nothing.
std::string repository_around(const fs::path& folder) {
  if (looks_bare(folder)) return folder.string();
  const dev_t disk = disk_of(folder);
  for (fs::path at = folder;; at = at.parent_path()) {
    if (is_on_disk((at / ".git").string())) return (at / ".git").string();
    const bool is_top = !at.has_relative_path();
    if (is_top || disk_of(at.parent_path()) != disk || is_ceiling(at.parent_path())) return {};
  }
}

// Where the repository itself is, which a `.git` may only name.
std::string whole_repository_at(const std::string& path) {
  git_buf found = GIT_BUF_INIT;
  const std::string nowhere_above = fs::path(path).parent_path().string();
  const int code = git_repository_discover(&found, path.c_str(), 0, nowhere_above.c_str());
  std::string repository = code == 0 ? found.ptr : "";
  git_buf_dispose(&found);
  if (repository.empty()) throw Failure("W63", {path});
  while (repository.size() > 1 && repository.ends_with('/')) repository.pop_back();
  return repository;
}

// libgit2 passes over those that are gone, and all their objects with them.
void refuse_lost_alternates(git_repository& repository) {
  const fs::path objects = fs::path(git_repository_commondir(&repository)) / "objects";
  const std::string list = (objects / "info/alternates").string();
  const DiskRead read = read_disk_file(list);
  if (read.error == ENOENT) return;
  if (read.error != 0) throw Failure("W1", {list, std::strerror(read.error)});
  for (const std::string_view line : split_lines(read.bytes)) {
    if (line.empty() || line.starts_with('#')) continue;
    struct stat status {};
    const fs::path lender = objects / line;
    if (::stat(lender.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) continue;
    throw Failure("W64", {git_repository_path(&repository), lender.lexically_normal().string()});
  }
}

}  // namespace

GitRepository find_repository(const std::string& folder) {
  start_git();
  const std::string path = repository_around(folder);
  if (path.empty()) return nullptr;
  GitRepository repository = open_repository(whole_repository_at(path));
  refuse_lost_alternates(*repository);
  return repository;
}

}  // namespace traff
