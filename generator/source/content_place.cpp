#include "source/content_place.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/file.h"
#include "git/object_store.h"
#include "git/random_file.h"
#include "git/repository.h"
#include "source/git_rules.h"
#include "source/revision.h"
#include "source/tracked_files.h"

namespace traff {

namespace {

// The repository that a folder lies in, where git would look for one. What is there but cannot be opened stops the run:
// without its rules nobody can tell what is to be kept private.

namespace fs = std::filesystem;

dev_t disk_of(const fs::path& folder) {
  struct stat status{};
  if (::stat(folder.c_str(), &status) != 0) throw Failure(code::W1(folder.string(), error_text(errno)));
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
  if (errno == EACCES) throw Failure(code::W12(path.string()));
  throw Failure(code::W1(path.string(), error_text(errno)));
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
  if (repository.empty()) throw Failure(code::W63(path));
  while (repository.size() > 1 && repository.ends_with('/')) repository.pop_back();
  return repository;
}

// libgit2 passes over those that are gone, and all their objects with them.
void refuse_lost_alternates(git_repository& repository) {
  const std::string path = git_repository_path(&repository);
  try {
    const auto lost = find_object_folders(std::string(git_repository_commondir(&repository)) + "objects").lost;
    if (lost) throw Failure(code::W64(path, lost->path));
  } catch (const ObjectDamage& damage) {
    throw Failure(code::W16(path, damage.where));
  }
}

// Of a `.git` in the folder (absolute, without links) or above it on the same disk, or the folder itself when that is a
// bare repository or a .git folder; null when there is none.
// Throws Failure: W1 when it cannot be told, W12 when that takes permission, W63 when a `.git` is no whole repository,
// W64 when objects that it borrows are gone, and as open_repository.
GitRepository open_repository_around(const std::string& folder) {
  start_git();
  const std::string path = repository_around(folder);
  if (path.empty()) return nullptr;
  GitRepository repository = open_repository(whole_repository_at(path));
  refuse_lost_alternates(*repository);
  return repository;
}

namespace fs = std::filesystem;

constexpr const char* state_name = ".traff";

// A folder itself, not a link to one: a repository from elsewhere must not point out of itself.
bool has_content_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder / "content", error);
  if (status.type() == fs::file_type::none) throw Failure(code::W1((folder / "content").string(), error.message()));
  return fs::is_directory(status);
}

std::string with_slash(const fs::path& folder) {
  const std::string text = folder.lexically_normal().string();
  if (text.empty() || text == "." || text == "./") return "";
  return text.ends_with('/') ? text : text + "/";
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void refuse_unreadable(const fs::path& given, const std::error_code& error) {
  if (!error) return;
  if (error == std::errc::permission_denied) throw Failure(code::W12(given.string()));
  const bool is_gone = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (is_gone) throw Failure(code::W10(given.string()));
  throw Failure(code::W1(given.string(), error.message()));
}

fs::path real_folder(const fs::path& given) {
  std::error_code error;
  const fs::path folder = fs::canonical(given, error);
  refuse_unreadable(given, error);
  const bool is_folder = fs::is_directory(folder, error);
  refuse_unreadable(given, error);
  if (!is_folder) throw Failure(code::W11(given.string()));
  if (::access(folder.c_str(), R_OK | X_OK) != 0) refuse_unreadable(given, {errno, std::generic_category()});
  return folder;
}

ContentPlace bare_place(git_repository& repository, const std::string& path) {
  ContentPlace place;
  place.repository = path;
  place.state_folder = path + "/" + state_name;
  if (has_commit(repository)) place.content_prefix = open_revision(repository, place, "HEAD").prefix;
  place.shown_prefix = place.content_prefix;
  return place;
}

// A folder that git is told to ignore is no part of its repository.
bool is_foreign(git_repository& repository, const std::string& prefix) {
  if (prefix.empty()) return false;
  const std::string path = prefix.substr(0, prefix.size() - 1);
  return IgnoreRules(repository, "").ignores_folder(path) && !TrackedFiles(repository, "").any_under(path);
}

// Of a linked working folder its repository says where it is, which is not where it was moved to.
fs::path working_folder(git_repository& repository, const fs::path& folder) {
  std::error_code error;
  const fs::path top = fs::canonical(git_repository_workdir(&repository), error);
  const bool is_elsewhere = error || *folder.lexically_relative(top).begin() == "..";
  const bool is_git_folder = folder == fs::path(without_slash(git_repository_path(&repository)));
  if (is_elsewhere && !is_git_folder) throw Failure(code::W63((folder / ".git").string()));
  return top;
}

// `given` as the user wrote it, `folder` the same resolved.
std::optional<ContentPlace> place_in_repository(const fs::path& given, const fs::path& folder) {
  const GitRepository repository = open_repository_around(folder.string());
  if (!repository) return std::nullopt;
  const std::string path = without_slash(git_repository_path(repository.get()));
  if (git_repository_is_bare(repository.get()) == 1) {
    if (folder != fs::path(path)) throw Failure(code::W63(path));  // it has no rules for what lies around it
    return bare_place(*repository, path);
  }
  const fs::path top = working_folder(*repository, folder);
  const bool is_git_folder = folder == fs::path(path);
  const bool descends = (is_git_folder || folder == top) && has_content_folder(top);
  const fs::path start = is_git_folder ? top : folder;
  ContentPlace place;
  place.content_folder = (descends ? start / "content" : start).string();
  place.repository = path;
  place.content_prefix = with_slash(fs::path(place.content_folder).lexically_relative(top));
  const fs::path shown = is_git_folder ? (given / "..") : given;
  place.shown_prefix = with_slash(descends ? shown / "content" : shown);
  place.state_folder = (top / state_name).string();
  if (is_foreign(*repository, place.content_prefix)) return std::nullopt;
  return place;
}

ContentPlace plain_place(const fs::path& given, const fs::path& folder) {
  const bool is_content = folder.filename() == "content";
  const bool descends = !is_content && has_content_folder(folder);
  std::error_code gone;
  const bool below_current = is_content && folder.parent_path() == fs::current_path(gone);
  ContentPlace place;
  place.content_folder = (descends ? folder / "content" : folder).string();
  place.shown_prefix = with_slash(descends ? given / "content" : given);
  const fs::path state_parent = below_current ? folder.parent_path() : folder;
  place.state_folder = (state_parent / state_name).string();
  return place;
}

}  // namespace

ContentPlace folder_place(const std::string& folder) {
  std::error_code error;
  ContentPlace place;
  place.content_folder = fs::canonical(folder, error).string();
  if (error) throw Failure(code::W1(folder, error.message()));
  return place;
}

ContentPlace load_content_place(const std::string& argument) {
  const fs::path given = !argument.empty() ? fs::path(argument) : fs::path(has_content_folder(".") ? "content" : ".");
  const fs::path folder = real_folder(given);
  if (auto place = place_in_repository(given, folder)) return *place;
  return plain_place(given, folder);
}

}  // namespace traff
