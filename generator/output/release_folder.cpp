#include "output/release_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "base/parallel.h"
#include "output/folder_lock.h"
#include "output/manifest.h"
#include "output/site_files.h"
#include "output/site_path.h"
#include "output/whole_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_kept = 5;
constexpr const char* manifest_name = ".traff-manifest.json";

std::string cause(int error) { return std::generic_category().message(error); }

[[noreturn]] void fail(const std::string& path, int error) { throw Failure("W2", {path, cause(error)}); }

bool is_release_name(const std::string& name) {
  return name.size() >= 6 && name.size() <= 9 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string next_name(const std::vector<std::string>& releases) {
  char name[24];
  std::snprintf(name, sizeof name, "%06ld", (releases.empty() ? 0 : std::stol(releases.back())) + 1);
  return name;
}

// Copies a site, file by file, linking to what an older release has already.
class ReleaseMaker {
 public:
  ReleaseMaker(const std::string& site_folder, const std::string& older, const std::string& stage)
      : site_(site_folder), stage_(stage) {
    if (!older.empty()) older_ = OpenFile(::open(older.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    json_ = site_.read(manifest_name).value_or("");
    auto parsed = parse_manifest(json_);
    if (!parsed) throw Failure("W1", {site_folder + "/" + manifest_name, cause(ENOENT)});
    manifest_ = std::move(*parsed);
  }

  std::size_t make(const Manifest& before, unsigned jobs) {
    make_folders();
    std::vector<const std::pair<const std::string, ManifestEntry>*> entries;
    for (const auto& entry : manifest_.outputs) entries.push_back(&entry);
    std::atomic<std::size_t> copied = 0;
    for_each_index(entries.size(), jobs, [&](std::size_t i) {
      const auto& [path, entry] = *entries[i];
      const auto known = before.outputs.find(path);
      const bool same = known != before.outputs.end() && known->second.bytes == entry.bytes;
      if (same && link_to_older(path)) return;
      copy(path, entry.bytes, i);
      if (!same) ++copied;
    });
    stage_.write_note(manifest_name, json_);
    return copied;
  }

  const Manifest& manifest() const { return manifest_; }

 private:
  void make_folders() const {
    PathSet folders;
    for (const auto& [path, entry] : manifest_.outputs) add_folders_above(folders, path);
    for (const std::string_view folder : outermost_first(folders)) stage_.make_folder(std::string(folder));
  }

  bool link_to_older(const std::string& path) const {
    return older_.is_open() && ::linkat(older_.descriptor(), path.c_str(), stage_.descriptor(), path.c_str(), 0) == 0;
  }

  void copy(const std::string& path, const ContentId& id, std::size_t number) const {
    const auto bytes = site_.read(path);
    if (!bytes || content_id(*bytes) != id) throw Failure("W17", {site_.shown(path)});
    stage_.write(path, *bytes, number);
  }

  SiteFiles site_;
  SiteFiles stage_;
  OpenFile older_;
  std::string json_;
  Manifest manifest_;
};

bool say_the_same(const Manifest& a, const Manifest& b) {
  return std::equal(a.outputs.begin(), a.outputs.end(), b.outputs.begin(), b.outputs.end(),
                    [](const auto& x, const auto& y) { return x.first == y.first && x.second.bytes == y.second.bytes; });
}

Manifest manifest_in(const std::string& folder) {
  if (folder.empty()) return {};
  const auto loaded = load_whole_file(AT_FDCWD, folder + "/" + manifest_name);
  return loaded ? parse_manifest(loaded->bytes).value_or(Manifest{}) : Manifest{};
}

}  // namespace

ReleaseFolder::ReleaseFolder(const std::string& folder) : folder_(folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) fs::create_directories(folder, error);
  opened_ = OpenFile(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened_.is_open()) fail(folder, error ? error.value() : errno);
  if (!try_lock(opened_.descriptor())) throw Failure("W3", {folder, "en annan publicering", "another run of traff publish"});
  const fs::path link = fs::path(folder) / "current";
  const fs::file_status status = fs::symlink_status(link, error);
  if (!fs::exists(status)) return;
  const fs::path target = fs::is_symlink(status) ? fs::read_symlink(link, error) : fs::path();
  current_ = target.filename().string();
  if (target.parent_path() != "releases" || !is_release_name(current_)) throw Failure("W80", {link.string()});
}

std::vector<std::string> ReleaseFolder::releases() const {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_ + "/releases", error)) {
    const std::string name = entry.path().filename().string();
    if (is_release_name(name) && entry.is_directory()) names.push_back(name);
  }
  const auto number = [](const std::string& name) { return std::stol(name); };
  std::sort(names.begin(), names.end(), [&](const auto& a, const auto& b) { return number(a) < number(b); });
  return names;
}

Release ReleaseFolder::publish(const std::string& site_folder, unsigned jobs) {
  const std::string stage = folder_ + "/releases/" + std::string(temporary_prefix) + "release";
  std::error_code error;
  fs::remove_all(stage, error);  // what a run that died has left
  const std::string older = current_.empty() ? "" : folder_ + "/releases/" + current_;
  const Manifest before = manifest_in(older);
  Release release;
  {
    ReleaseMaker maker(site_folder, older, stage);
    release.files = maker.manifest().outputs.size();
    if (!older.empty() && say_the_same(before, maker.manifest())) {
      fs::remove_all(stage, error);
      release.name = current_;
      return release;
    }
    release.changed = maker.make(before, jobs);
  }
  release.is_new = true;
  release.name = next_name(releases());
  const std::string place = folder_ + "/releases/" + release.name;
  if (::rename(stage.c_str(), place.c_str()) != 0) fail(place, errno);
  make_current(release.name);
  remove_old(release.name);
  current_ = release.name;
  return release;
}

std::string ReleaseFolder::roll_back() {
  const std::vector<std::string> all = releases();
  const auto found = std::find(all.begin(), all.end(), current_);
  if (found == all.end() || found == all.begin()) throw Failure("W81", {folder_});
  make_current(*std::prev(found));
  return current_ = *std::prev(found);
}

void ReleaseFolder::make_current(const std::string& name) const {
  const std::string unfinished = std::string(temporary_prefix) + "current";
  ::unlinkat(opened_.descriptor(), unfinished.c_str(), 0);
  const bool made = ::symlinkat(("releases/" + name).c_str(), opened_.descriptor(), unfinished.c_str()) == 0 &&
                    ::renameat(opened_.descriptor(), unfinished.c_str(), opened_.descriptor(), "current") == 0;
  if (!made) fail(folder_ + "/current", errno);
}

// What cannot be removed takes room and harms nobody.
void ReleaseFolder::remove_old(const std::string& current) const {
  std::vector<std::string> all = releases();
  if (all.size() <= most_kept) return;
  all.resize(all.size() - most_kept);
  std::error_code ignored;
  for (const std::string& name : all) {
    if (name != current) fs::remove_all(folder_ + "/releases/" + name, ignored);
  }
}

}  // namespace traff
