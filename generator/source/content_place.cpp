#include "source/content_place.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/failure.h"
#include "source/disk_file.h"
#include "source/ignore_rules.h"
#include "source/repository_place.h"
#include "source/revision.h"
#include "source/tracked_files.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr const char* state_name = ".traff";

// A folder itself, not a link to one: a repository from elsewhere must not point out of itself.
bool has_content_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder / "content", error);
  if (status.type() == fs::file_type::none) throw Failure("W1", {(folder / "content").string(), error.message()});
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
  if (error == std::errc::permission_denied) throw Failure("W12", {given.string()});
  const bool is_gone = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (is_gone) throw Failure("W10", {given.string()});
  throw Failure("W1", {given.string(), error.message()});
}

fs::path real_folder(const fs::path& given) {
  std::error_code error;
  const fs::path folder = fs::canonical(given, error);
  refuse_unreadable(given, error);
  const bool is_folder = fs::is_directory(folder, error);
  refuse_unreadable(given, error);
  if (!is_folder) throw Failure("W11", {given.string()});
  if (::access(folder.c_str(), R_OK | X_OK) != 0) refuse_unreadable(given, {errno, std::generic_category()});
  return folder;
}

ContentPlace bare_place(git_repository& repository, const std::string& path) {
  ContentPlace place;
  place.repository = path;
  place.state_folder = path + "/" + state_name;
  if (has_commit(repository)) place.content_prefix = find_revision(repository, place, "HEAD").prefix;
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
  if (is_elsewhere && !is_git_folder) throw Failure("W63", {(folder / ".git").string()});
  return top;
}

// `given` as the user wrote it, `folder` the same resolved.
std::optional<ContentPlace> place_in_repository(const fs::path& given, const fs::path& folder) {
  const GitRepository repository = find_repository(folder.string());
  if (!repository) return std::nullopt;
  const std::string path = without_slash(git_repository_path(repository.get()));
  if (git_repository_is_bare(repository.get()) == 1) {
    if (folder != fs::path(path)) throw Failure("W63", {path});  // it has no rules for what lies around it
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
  if (error) throw Failure("W1", {folder, error.message()});
  return place;
}

ContentPlace find_content(const std::string& argument) {
  const fs::path given = !argument.empty() ? fs::path(argument) : fs::path(has_content_folder(".") ? "content" : ".");
  const fs::path folder = real_folder(given);
  if (auto place = place_in_repository(given, folder)) return *place;
  return plain_place(given, folder);
}

}  // namespace traff
