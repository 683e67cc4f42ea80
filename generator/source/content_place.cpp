#include "source/content_place.h"

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <system_error>

#include "base/failure.h"
#include "source/ignore_rules.h"
#include "source/revision.h"
#include "source/tracked_files.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr const char* state_name = ".traff";

// A folder itself, not a link to one: a repository from elsewhere must not point out of itself.
bool has_content_folder(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(folder / "content", error));
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

fs::path real_folder(const fs::path& given) {
  std::error_code error;
  const fs::path folder = fs::canonical(given, error);
  if (error == std::errc::permission_denied) throw Failure("W12", {given.string()});
  if (error) throw Failure("W10", {given.string()});
  if (!fs::is_directory(folder, error)) throw Failure("W11", {given.string()});
  if (::access(folder.c_str(), R_OK | X_OK) != 0) throw Failure("W12", {given.string()});
  return folder;
}

// The nearest repository at or above the folder; null without one.
GitRepository repository_around(const fs::path& folder) {
  start_git();
  git_buf found = GIT_BUF_INIT;
  const int code = git_repository_discover(&found, folder.c_str(), 0, nullptr);
  const std::string path = code == 0 ? without_slash(found.ptr) : "";
  git_buf_dispose(&found);
  return path.empty() ? nullptr : open_repository(path);
}

ContentPlace bare_place(git_repository& repository, const std::string& path) {
  ContentPlace place;
  place.repository = path;
  place.state_folder = path + "/" + state_name;
  if (git_repository_head_unborn(&repository) == 0)
    place.content_prefix = find_revision(repository, place, "HEAD").prefix;
  place.shown_prefix = place.content_prefix;
  return place;
}

// A folder that git is told to ignore is no part of its repository.
bool is_foreign(git_repository& repository, const std::string& prefix) {
  if (prefix.empty()) return false;
  const std::string path = prefix.substr(0, prefix.size() - 1);
  return IgnoreRules(repository, "").ignores_folder(path) && !TrackedFiles(repository, "").any_under(path);
}

// `given` as the user wrote it, `folder` the same resolved.
std::optional<ContentPlace> place_in_repository(const fs::path& given, const fs::path& folder) {
  const GitRepository repository = repository_around(folder);
  if (!repository) return std::nullopt;
  const std::string path = without_slash(git_repository_path(repository.get()));
  if (git_repository_is_bare(repository.get()) == 1) {
    if (folder != fs::path(path)) return std::nullopt;
    return bare_place(*repository, path);
  }
  const fs::path top = without_slash(git_repository_workdir(repository.get()));
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
  std::error_code error;
  const bool below_current = is_content && folder.parent_path() == fs::current_path(error);
  ContentPlace place;
  place.content_folder = (descends ? folder / "content" : folder).string();
  place.shown_prefix = with_slash(descends ? given / "content" : given);
  const fs::path state_parent = below_current ? folder.parent_path() : folder;
  place.state_folder = (state_parent / state_name).string();
  return place;
}

}  // namespace

ContentPlace find_content(const std::string& argument) {
  const fs::path given = !argument.empty() ? fs::path(argument) : fs::path(has_content_folder(".") ? "content" : ".");
  const fs::path folder = real_folder(given);
  if (auto place = place_in_repository(given, folder)) return *place;
  return plain_place(given, folder);
}

}  // namespace traff
