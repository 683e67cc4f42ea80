#include "output/own_folder.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "disk/file.h"
#include "output/manifest.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

// Nothing in them is for a site to stand in …
constexpr std::array<std::string_view, 17> system_trees{
    "/bin",  "/boot", "/dev",     "/etc",     "/lib",       "/lib32",     "/lib64",      "/libx32",  "/proc",
    "/sbin", "/sys",  "/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libx32", "/usr/sbin"};
// … in these it may stand deeper down.
constexpr std::array<std::string_view, 7> system_folders{"/home", "/opt", "/root", "/run", "/tmp", "/usr", "/var"};

// What git and web hosts lay in a folder that is otherwise empty.
constexpr std::array<std::string_view, 8> harmless_names{".git",      ".gitattributes", ".gitignore", ".gitkeep",
                                                         ".nojekyll", "CNAME",          "README.md",  "lost+found"};

// What Träff lays in a site's folder before anything else.
constexpr std::array<std::string_view, 3> own_notes{manifest_name, ".traff-unfinished", ".traff-tmp-note"};

bool is_same_or_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

std::string home_folder() {
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? std::string() : absolute_path(home);
}

bool is_repository(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "HEAD", error) && fs::is_directory(folder / "objects", error) &&
         fs::is_directory(folder / "refs", error);
}

bool is_in_repository(fs::path folder) {
  for (; folder.has_relative_path(); folder = folder.parent_path()) {
    if (folder.filename() == ".git" || is_repository(folder)) return true;
  }
  return false;
}

Phrase reason_of(BarredPlace place) {
  switch (place) {
    case BarredPlace::root: return phrase::root_of_computer;
    case BarredPlace::home: return phrase::home_of_user;
    case BarredPlace::system: return phrase::folder_of_computer;
    case BarredPlace::git: return phrase::folder_of_git;
  }
  return {};
}

[[noreturn]] void refuse(const std::string& folder, BarredPlace place, const char* option) {
  throw Failure(code::W23(folder, reason_of(place), option));
}

void refuse_place(const std::string& folder, const std::string& place, const std::string& content_folder,
                  const char* option) {
  if (!content_folder.empty() && is_same_or_below(absolute_path(content_folder), place))
    throw Failure(code::W4(folder, option));
  if (const auto barred = barred_place(place, home_folder())) refuse(folder, *barred, option);
  if (is_in_repository(place)) refuse(folder, BarredPlace::git, option);
}

// The first name in it, in their order, that neither `is_ours` nor an empty folder may have; "" when there is none, or
// no such folder. One of Träff's own marks makes all of it ours.
template <class IsOurs>
std::string foreign_name(const std::string& folder, IsOurs is_ours) {
  std::string first;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_ours(name)) return {};
    const bool is_harmless = std::ranges::find(harmless_names, name) != harmless_names.end();
    if (!is_harmless && (first.empty() || name < first)) first = name;
  }
  const bool is_missing = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (error && !is_missing) throw Failure(code::W1(folder, error.message()));
  return first;
}

}  // namespace

std::optional<BarredPlace> barred_place(std::string_view folder, std::string_view home) {
  if (folder == "/") return BarredPlace::root;
  if (is_same_or_below(home, folder)) return BarredPlace::home;
  const bool is_shared_memory = folder.starts_with("/dev/shm/");
  const auto holds = [&](std::string_view tree) { return is_same_or_below(folder, tree); };
  if (!is_shared_memory && std::ranges::any_of(system_trees, holds)) return BarredPlace::system;
  if (std::ranges::find(system_folders, folder) != system_folders.end()) return BarredPlace::system;
  if (folder.ends_with("/.git") || folder.find("/.git/") != std::string_view::npos) return BarredPlace::git;
  return std::nullopt;
}

void refuse_foreign_site_folder(const std::string& folder, const SiteSurroundings& surroundings) {
  const std::string place = absolute_path(folder);
  const bool is_state = !path_inside(folder, surroundings.state_folder).empty();
  if (place.empty() || is_state) return;
  refuse_place(folder, place, surroundings.content_folder, "--out");
  const std::string foreign = foreign_name(
      place, [](const std::string& name) { return std::ranges::find(own_notes, name) != own_notes.end(); });
  if (!foreign.empty()) throw Failure(code::W24(folder, foreign, "--out"));
}

void refuse_foreign_release_folder(const std::string& folder, const std::string& content_folder) {
  const std::string place = absolute_path(folder);
  if (place.empty()) return;
  refuse_place(folder, place, content_folder, "--to");
  const std::string foreign =
      foreign_name(place, [](const std::string& name) { return name == "current" || name == "releases"; });
  if (!foreign.empty()) throw Failure(code::W24(folder, foreign, "--to"));
}

void refuse_file_of_git(const std::string& file) {
  const std::string place = absolute_path(file);
  if (is_in_repository(place)) refuse(file, BarredPlace::git, "--out");
}

namespace {

// Nothing when no file stands there. Throws Failure W1 when one does and cannot be read.
std::optional<std::string> load_file(const std::string& site_folder, const std::string& path) {
  const std::string whole = site_folder + "/" + path;
  int error = 0;
  auto loaded = load_whole_file(AT_FDCWD, whole, &error);
  if (error != 0) throw Failure(code::W1(whole, error_text(error)));
  if (!loaded) return std::nullopt;
  return std::move(loaded->bytes);
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  fs::path found = fs::weakly_canonical(whole, error);
  if (error) found = whole.lexically_normal();
  return (found.has_filename() ? found : found.parent_path()).lexically_normal().string();
}

std::string path_inside(const std::string& inner, const std::string& outer) {
  if (inner.empty() || outer.empty()) return {};
  const std::string relative = fs::path(absolute_path(inner)).lexically_relative(absolute_path(outer)).generic_string();
  return relative == "." || relative.starts_with("..") ? std::string() : relative;
}

Manifest load_manifest(const std::string& site_folder) {
  return parse_manifest(load_file(site_folder, manifest_name).value_or("")).value_or(Manifest{});
}

std::vector<Change> compare_site_with_plan(const std::string& site_folder, const ContentId& generator,
                                           std::span<const Output> plan) {
  const Manifest manifest = load_manifest(site_folder);
  std::vector<Change> changes = compare_with_plan(manifest, generator, plan);
  std::set<std::string> known;
  for (const Change& change : changes) known.insert(change.path);
  for (const Output& output : plan) {
    if (known.contains(output.path)) continue;
    const auto bytes = load_file(site_folder, output.path);
    if (!bytes || content_id(*bytes) != manifest.outputs.at(output.path).bytes)
      changes.push_back({Change::Kind::file, output.path, {}});
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.path < b.path; });
  return changes;
}

}  // namespace traff
