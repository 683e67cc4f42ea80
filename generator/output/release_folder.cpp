#include "output/release_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "disk/file.h"
#include "disk/folder_lock.h"
#include "disk/new_files.h"
#include "disk/state.h"
#include "output/manifest.h"
#include "output/site_files.h"
#include "output/site_path.h"

namespace traff {

namespace {

// Copies a built site, file by file, to where a new release is made, and links to what an older one has already.

class ReleaseMaker {
 public:
  // Throws Failure W1 when no site stands there.
  explicit ReleaseMaker(const std::string& site_folder);

  const Manifest& manifest() const { return manifest_; }

  // Into the empty folder `stage`; `older` may be null, and what is `damaged` of it is made anew. How many files are
  // not those of the older one. When it returns, the disk has them. Throws Failure: W2, W17 the site changed meanwhile.
  std::size_t make(const SiteFiles& stage, const StandingRelease* older, const StandingRelease::Paths& damaged,
                   unsigned jobs) const;

 private:
  void write_folders(const SiteFiles& stage) const;
  void copy(const SiteFiles& stage, const std::string& path, const ContentId& id, std::size_t number) const;

  SiteFiles site_;
  std::string json_;
  Manifest manifest_;
};

bool link_to(const SiteFiles& older, const SiteFiles& stage, const std::string& path) {
  return ::linkat(older.descriptor(), path.c_str(), stage.descriptor(), path.c_str(), 0) == 0;
}

ReleaseMaker::ReleaseMaker(const std::string& site_folder) : site_(site_folder) {
  json_ = site_.load_note(manifest_name).value_or("");
  auto parsed = parse_manifest(json_);
  if (!parsed) throw Failure(code::W1(site_.shown(manifest_name), error_text(ENOENT)));
  manifest_ = std::move(*parsed);
}

std::size_t ReleaseMaker::make(const SiteFiles& stage, const StandingRelease* older,
                               const StandingRelease::Paths& damaged, unsigned jobs) const {
  write_folders(stage);
  std::vector<const std::pair<const std::string, ManifestEntry>*> entries;
  for (const auto& entry : manifest_.outputs) entries.push_back(&entry);
  const Manifest none;
  const Manifest& before = older != nullptr ? older->manifest() : none;
  std::atomic<std::size_t> changed = 0;
  for_each_index(entries.size(), jobs, [&](std::size_t i) {
    const auto& [path, entry] = *entries[i];
    const auto known = before.outputs.find(path);
    const bool same = known != before.outputs.end() && known->second.bytes == entry.bytes && !damaged.contains(path);
    if (same && link_to(older->files(), stage, path)) return;
    copy(stage, path, entry.bytes, i);
    if (!same) ++changed;
  });
  stage.write_note(manifest_name, json_);
  if (const int error = sync_file_system(stage.descriptor()); error != 0)
    throw Failure(code::W2(stage.shown(""), error_text(error)));
  return changed;
}

void ReleaseMaker::write_folders(const SiteFiles& stage) const {
  PathSet folders;
  for (const auto& [path, entry] : manifest_.outputs) add_folders_above(folders, path);
  for (const std::string_view folder : outermost_first(folders)) stage.write_folder(std::string(folder));
}

void ReleaseMaker::copy(const SiteFiles& stage, const std::string& path, const ContentId& id,
                        std::size_t number) const {
  const auto bytes = site_.read(path);
  if (!bytes || content_id(*bytes) != id) throw Failure(code::W17(site_.shown(path)));
  stage.write(path, *bytes, number);
}

// Which commit: "3f2a1b…\n", and " +edits" before the line's end when the content was edited.

constexpr const char* commit_note = ".traff-commit";
constexpr std::string_view edited_mark = " +edits";

std::string format_origin(const ReleaseOrigin& origin) {
  return to_hex(*origin.commit) + std::string(origin.is_edited ? edited_mark : "") + "\n";
}

ReleaseOrigin load_origin(const SiteFiles& release) {
  const std::string text = release.load_note(commit_note).value_or("");
  std::string_view line = std::string_view(text).substr(0, text.find('\n'));
  ReleaseOrigin origin;
  origin.is_edited = line.ends_with(edited_mark);
  if (origin.is_edited) line.remove_suffix(edited_mark.size());
  origin.commit = content_id_from_hex(line);
  return origin;
}

void write_origin(const SiteFiles& release, const ReleaseOrigin& origin) {
  if (origin.commit)
    release.write_note(commit_note, format_origin(origin));
  else
    release.remove(commit_note);
}

namespace fs = std::filesystem;

constexpr std::size_t most_kept = 5;
constexpr std::size_t most_shown = 5;
constexpr std::size_t least_digits = 6;
constexpr std::size_t most_digits = 18;  // fit a number
constexpr const char* releases_name = "releases";
constexpr const char* link_name = "current";

[[noreturn]] void fail(const std::string& path, int error) { throw Failure(code::W2(path, error_text(error))); }

bool is_release_name(const std::string& name) {
  return name.size() >= least_digits && name.size() <= most_digits && (name.size() == least_digits || name[0] != '0') &&
         std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

long number_of(const std::string& name) { return std::stol(name); }

std::string stage_name() { return std::string(temporary_prefix) + "release"; }

bool say_the_same(const Manifest& a, const Manifest& b) {
  return std::equal(
      a.outputs.begin(), a.outputs.end(), b.outputs.begin(), b.outputs.end(),
      [](const auto& x, const auto& y) { return x.first == y.first && x.second.bytes == y.second.bytes; });
}

// "index.html, a.html", the first few.
Words some_of(const StandingRelease::Paths& paths) {
  std::string text;
  std::size_t shown = 0;
  for (const std::string& path : paths) {
    if (shown == most_shown) return text + Words(" och ", " and ") + (paths.size() - shown) + Words(" till", " more");
    text += (shown++ == 0 ? "" : ", ") + path;
  }
  return text;
}

}  // namespace

ReleaseFolder::ReleaseFolder(const std::string& folder, Use use) : folder_(folder) {
  std::error_code error;
  if (use == Use::change && !fs::is_directory(folder, error)) fs::create_directories(folder, error);
  opened_ = OpenFile(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened_.is_open()) fail(folder, error ? error.value() : errno);
  if (use == Use::change && !try_lock(opened_.descriptor()))
    throw Failure(code::W3(folder, phrase::another_publishing));
  releases_ = open_folder(opened_.descriptor(), releases_name);
  if (!releases_.is_open() && (errno == ENOTDIR || errno == ELOOP)) throw Failure(code::W80(shown(releases_name)));
  if (!releases_.is_open() && errno != ENOENT) fail(shown(releases_name), errno);
  const fs::file_status status = fs::symlink_status(shown(link_name), error);
  if (status.type() == fs::file_type::none) fail(shown(link_name), error.value());
  if (!fs::exists(status)) return;
  const fs::path target = fs::is_symlink(status) ? fs::read_symlink(shown(link_name), error) : fs::path();
  current_ = target.filename().string();
  if (target.parent_path() != releases_name || !is_release_name(current_)) throw Failure(code::W80(shown(link_name)));
}

ReleaseFolder ReleaseFolder::published_in(const std::string& folder, Use use) {
  struct stat status;
  if (::lstat((folder + "/" + link_name).c_str(), &status) == 0) return ReleaseFolder(folder, use);
  if (errno != ENOENT && errno != ENOTDIR) throw Failure(code::W1(folder, error_text(errno)));
  throw Failure(code::W96(folder));
}

std::vector<std::string> ReleaseFolder::entries() const {
  if (!releases_.is_open()) return {};
  FolderNames found = load_folder_names(releases_.descriptor());
  if (found.error != 0) throw Failure(code::W1(shown(releases_name), error_text(found.error)));
  return std::move(found.names);
}

std::vector<std::string> ReleaseFolder::names() const {
  std::vector<std::string> found = entries();
  std::erase_if(found, [](const std::string& name) { return !is_release_name(name); });
  std::ranges::sort(found, {}, number_of);
  return found;
}

// Somebody else's folder may be called by a number too.
std::vector<std::string> ReleaseFolder::releases() const {
  std::vector<std::string> all = names();
  std::erase_if(all, [&](const std::string& name) {
    const OpenFile folder = open_folder(releases_.descriptor(), name);
    return !folder.is_open() || ::faccessat(folder.descriptor(), manifest_name, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
  });
  return all;
}

std::optional<StandingRelease> ReleaseFolder::open_release(const std::string& name) const {
  if (name.empty() || !releases_.is_open()) return std::nullopt;
  OpenFile folder = open_folder(releases_.descriptor(), name);
  if (!folder.is_open()) return std::nullopt;
  return StandingRelease(SiteFiles(std::move(folder), shown(releases_name) + "/" + name));
}

bool ReleaseFolder::has_release(const std::string& name) const {
  const std::vector<std::string> all = releases();
  return std::ranges::find(all, name) != all.end();
}

std::string ReleaseFolder::next_name() const {
  const std::vector<std::string> all = releases();
  const std::vector<std::string> taken = names();
  long number = all.empty() ? 0 : number_of(all.back());
  char name[24];
  do {
    std::snprintf(name, sizeof name, "%06ld", ++number);
  } while (std::ranges::find(taken, name) != taken.end());
  if (!is_release_name(name)) throw Failure(code::W80(shown(releases_name) + "/" + all.back()));
  return name;
}

// What a run that died has left.
void ReleaseFolder::remove_leftovers() const {
  for (const std::string& name : entries()) {
    if (!name.starts_with(temporary_prefix)) continue;
    const int error = remove_tree(releases_.descriptor(), name);
    if (error != 0 && name == stage_name()) fail(shown(releases_name) + "/" + name, error);
  }
}

SiteFiles ReleaseFolder::open_stage() {
  const std::string name = stage_name();
  if (!releases_.is_open()) {
    if (::mkdirat(opened_.descriptor(), releases_name, 0777) != 0 && errno != EEXIST) fail(shown(releases_name), errno);
    releases_ = open_folder(opened_.descriptor(), releases_name);
    if (!releases_.is_open()) fail(shown(releases_name), errno);
  }
  const std::string place = shown(releases_name) + "/" + name;
  if (::mkdirat(releases_.descriptor(), name.c_str(), 0777) != 0) fail(place, errno);
  OpenFile stage = open_folder(releases_.descriptor(), name);
  if (!stage.is_open()) fail(place, errno);
  return {std::move(stage), place};
}

Release ReleaseFolder::publish(const std::string& site_folder, const std::string& state_folder,
                               const ReleaseOrigin& origin, bool fresh, unsigned jobs) {
  remove_leftovers();
  const WrittenStamps stamps(state_folder, fs::absolute(folder_).string());
  const ReleaseMaker maker(site_folder);
  const auto older = open_release(current_);
  const StandingRelease::Paths damaged =
      older ? older->damaged(fresh ? StampTable() : stamps.load(), jobs) : StandingRelease::Paths();
  Release release{current_, false, maker.manifest().outputs.size(), 0};
  if (older && damaged.empty() && say_the_same(older->manifest(), maker.manifest())) {
    if (load_origin(older->files()) != origin) write_origin(older->files(), origin);
    keep_current();  // the run that made it may have died before it was on disk
    return release;
  }
  release.is_new = true;
  release.name = next_name();
  const SiteFiles stage = open_stage();
  try {
    write_origin(stage, origin);
    release.changed = maker.make(stage, older ? &*older : nullptr, damaged, jobs);
  } catch (...) {
    remove_tree(releases_.descriptor(), stage_name());  // a full disk needs the room
    throw;
  }
  const std::string place = shown(releases_name) + "/" + release.name;
  if (::renameat(releases_.descriptor(), stage_name().c_str(), releases_.descriptor(), release.name.c_str()) != 0)
    fail(place, errno);
  if (const int error = sync_file(releases_.descriptor()); error != 0) fail(place, error);  // before the link names it
  write_current(release.name);
  current_ = release.name;
  try {
    remove_old();
    stamps.save(stamps_of(stage, maker.manifest()));
  } catch (const Failure&) {
    // It is published. What cannot be removed takes room, what cannot be remembered is read: neither harms anybody.
  }
  return release;
}

std::string ReleaseFolder::roll_back(unsigned jobs) {
  std::vector<std::string> older = releases();
  std::erase_if(older,
                [&](const std::string& name) { return current_.empty() || number_of(name) >= number_of(current_); });
  if (older.empty()) throw Failure(code::W81(folder_));
  const std::string& name = older.back();
  const auto release = open_release(name);
  const StandingRelease::Paths damaged = release ? release->damaged({}, jobs) : StandingRelease::Paths{manifest_name};
  if (!damaged.empty()) throw Failure(code::W94(name, folder_, current_, some_of(damaged)));
  write_current(name);
  return current_ = name;
}

ShownRelease ReleaseFolder::shown_release() const {
  const auto release = open_release(current_);
  const bool is_damaged = !release || !release->has_manifest();
  if (is_damaged) refuse_damaged(folder_, {{current_, true, 0, {manifest_name}}});
  struct stat link{};
  if (::fstatat(opened_.descriptor(), link_name, &link, AT_SYMLINK_NOFOLLOW) != 0)
    throw Failure(code::W1(shown(link_name), error_text(errno)));
  ShownRelease found{current_, load_origin(release->files()), release->manifest().outputs.size(), 0, ""};
  found.since = link.st_mtim.tv_sec;
  if (const std::string newest = releases().back(); newest != current_) found.newest = newest;
  return found;
}

std::vector<CheckedRelease> ReleaseFolder::check(unsigned jobs) const {
  std::vector<std::string> all = releases();
  if (!current_.empty() && !has_release(current_)) all.push_back(current_);
  std::vector<CheckedRelease> checked;
  for (const std::string& name : all) {
    const auto release = open_release(name);
    CheckedRelease one{name, name == current_, 0, {manifest_name}};
    if (release) one.files = release->manifest().outputs.size(), one.damaged = release->damaged({}, jobs);
    const bool was_removed = !one.is_current && !one.damaged.empty() && !has_release(name);
    if (!was_removed) checked.push_back(std::move(one));
  }
  return checked;
}

void ReleaseFolder::write_current(const std::string& name) const {
  const std::string unfinished = std::string(temporary_prefix) + link_name;
  ::unlinkat(opened_.descriptor(), unfinished.c_str(), 0);
  const std::string target = std::string(releases_name) + "/" + name;
  const bool made = ::symlinkat(target.c_str(), opened_.descriptor(), unfinished.c_str()) == 0 &&
                    ::renameat(opened_.descriptor(), unfinished.c_str(), opened_.descriptor(), link_name) == 0;
  if (!made) fail(shown(link_name), errno);
  keep_current();
}

// The link's name on disk, and before it that of the release it names.
void ReleaseFolder::keep_current() const {
  int error = sync_file(releases_.descriptor());
  if (error == 0) error = sync_file(opened_.descriptor());
  if (error != 0) fail(shown(link_name), error);
}

// Under another name, so that half of one is no release.
void ReleaseFolder::remove_old() const {
  std::vector<std::string> all = releases();
  if (all.size() <= most_kept) return;
  all.resize(all.size() - most_kept);
  for (const std::string& name : all) {
    if (name == current_) continue;
    const std::string old = std::string(temporary_prefix) + name;
    ::renameat(releases_.descriptor(), name.c_str(), releases_.descriptor(), old.c_str());
    remove_tree(releases_.descriptor(), old);
  }
}

void refuse_damaged(const std::string& folder, const std::vector<CheckedRelease>& releases) {
  Words damaged;
  for (const CheckedRelease& release : releases) {
    if (!release.damaged.empty()) damaged = damaged + "\n  " + release.name + ": " + some_of(release.damaged);
  }
  if (!damaged.sv.empty()) throw Failure(code::W95(folder, damaged));
}

StandingRelease::StandingRelease(SiteFiles files) : files_(std::move(files)) {
  auto parsed = parse_manifest(files_.read(manifest_name).value_or(""));
  if (!parsed) return;
  has_manifest_ = true;
  manifest_ = std::move(*parsed);
}

bool StandingRelease::is_whole(const std::string& path, const ContentId& id, const StampTable& stamps) const try {
  const Found found = files_.look(path);
  if (found.standing != Standing::file) return false;
  if (const auto known = stamps.find(path, found.stamp)) return *known == id;
  const auto bytes = files_.read(path);
  return bytes && content_id(*bytes) == id;
} catch (const Failure&) {
  return false;  // what the disk cannot show is not whole either
}

StandingRelease::Paths StandingRelease::damaged(const StampTable& stamps, unsigned jobs) const {
  std::vector<const std::pair<const std::string, ManifestEntry>*> entries;
  for (const auto& entry : manifest_.outputs) entries.push_back(&entry);
  std::vector<char> whole(entries.size());  // not bool: written from several threads
  for_each_index(entries.size(), jobs, [&](std::size_t i) {
    whole[i] = is_whole(entries[i]->first, entries[i]->second.bytes, stamps) ? 1 : 0;
  });
  Paths damaged;
  if (!has_manifest_) damaged.insert(manifest_name);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (whole[i] == 0) damaged.insert(entries[i]->first);
  }
  return damaged;
}

StampTable stamps_of(const SiteFiles& release, const Manifest& manifest) {
  StampTable table;
  for (const auto& [path, entry] : manifest.outputs) table.put(path, release.look(path).stamp, entry.bytes);
  return table;
}

}  // namespace traff
