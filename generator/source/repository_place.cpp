#include "source/repository_place.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "base/text.h"
#include "git/object_folders.h"
#include "git/random_file.h"
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

// What may be there but cannot be looked at is not told to be missing.
void refuse_hidden(const fs::path& path) {
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0 || errno == ENOENT || errno == ENOTDIR) return;
  if (errno == EACCES) throw Failure("W12", {path.string()});
  throw Failure("W1", {path.string(), std::strerror(errno)});
}

void refuse_hidden_parts(const fs::path& repository) {
  for (const char* name : {"HEAD", "commondir", "refs", "objects"}) refuse_hidden(repository / name);
}

// Of the repository at `path`, or of the one that a file there names.
void refuse_hidden_repository(const fs::path& path) {
  refuse_hidden(path);
  refuse_hidden_parts(path);
  constexpr std::string_view start = "gitdir:";
  const DiskRead link = read_disk_file(path.string());
  if (link.error != 0 || !link.bytes.starts_with(start)) return;
  const fs::path named = path.parent_path() / trim(std::string_view(link.bytes).substr(start.size()));
  refuse_hidden_parts(named);
  refuse_hidden_parts(named / "../..");  // of which it is a working folder
}

// Where the repository itself is, which a `.git` may only name. It is found at once: whatever lies above is another.
std::string whole_repository_at(const std::string& path) {
  const bool is_whole = git_repository_open_ext(nullptr, path.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) == 0;
  git_buf found = GIT_BUF_INIT;
  const int code = is_whole ? git_repository_discover(&found, path.c_str(), 0, nullptr) : GIT_ENOTFOUND;
  std::string repository = code == 0 ? found.ptr : "";
  git_buf_dispose(&found);
  if (repository.empty()) refuse_hidden_repository(path);
  if (repository.empty()) throw Failure("W63", {path});
  while (repository.size() > 1 && repository.ends_with('/')) repository.pop_back();
  return repository;
}

// libgit2 passes over those that are gone, and all their objects with them.
void refuse_lost_alternates(git_repository& repository) {
  const std::string path = git_repository_path(&repository);
  try {
    const auto lost = find_object_folders(std::string(git_repository_commondir(&repository)) + "objects").lost;
    if (lost) throw Failure("W64", {path, lost->path});
  } catch (const ObjectDamage& damage) {
    throw Failure("W16", {path, damage.where});
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
