#include "source/tracked_files.h"

#include <algorithm>
#include <optional>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "disk/file.h"
#include "git/ordinary_files.h"

namespace traff {

namespace {

std::int64_t modified_ns(const char* path) {
  struct stat status{};
  return path != nullptr && ::stat(path, &status) == 0 ? in_nanoseconds(status.st_mtim) : 0;
}

bool same_time(const git_index_time& time, std::int64_t nanoseconds) {
  return time.seconds == static_cast<std::int32_t>(nanoseconds / 1'000'000'000) &&
         time.nanoseconds == static_cast<std::uint32_t>(nanoseconds % 1'000'000'000);
}

}  // namespace

TrackedFiles::TrackedFiles(git_repository& repository, const std::string& prefix) {
  git_index* index = nullptr;
  // Before the index is read: should it be written meanwhile, more files count as doubtful, not fewer.
  const std::string path = std::string(git_repository_path(&repository)) + "index";
  written_ns_ = modified_ns(path.c_str());
  const std::size_t expected = require_whole_index(repository);
  if (git_repository_index(&index, &repository) < 0)
    throw Failure(code::W18(git_repository_path(&repository), git_cause()));
  index_.reset(index);
  const std::size_t count = git_index_entrycount(index);
  // libgit2 takes an index that it cannot look at for one that is not there, and all files for untracked.
  if (count == 0 && expected != 0) throw Failure(code::W17(path));
  tracked_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const git_index_entry* entry = git_index_get_byindex(index, i);
    const std::string_view whole = entry->path;
    if (whole.starts_with(prefix)) tracked_.push_back({whole.substr(prefix.size()), entry});
  }
  const auto by_path = [](const Tracked& a, const Tracked& b) { return a.path < b.path; };
  if (!std::is_sorted(tracked_.begin(), tracked_.end(), by_path)) {
    std::sort(tracked_.begin(), tracked_.end(), by_path);
  }
}

std::vector<TrackedFiles::Tracked>::const_iterator TrackedFiles::first_not_before(std::string_view path) const {
  return std::lower_bound(tracked_.begin(), tracked_.end(), path,
                          [](const Tracked& tracked, std::string_view wanted) { return tracked.path < wanted; });
}

const git_index_entry* TrackedFiles::find(std::string_view path) const {
  const auto at = first_not_before(path);
  return at != tracked_.end() && at->path == path ? at->entry : nullptr;
}

bool TrackedFiles::any_under(std::string_view folder) const {
  const std::string start = std::string(folder) + "/";
  const auto at = first_not_before(start);
  return at != tracked_.end() && at->path.starts_with(start);
}

std::optional<ContentId> TrackedFiles::clean_id(const git_index_entry& entry, const ListedEntry& listed) const {
  const bool plain_file = (entry.mode & S_IFMT) == S_IFREG && listed.kind == EntryKind::file;
  const bool settled =
      git_index_entry_stage(&entry) == 0 && (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0;
  const bool same = entry.file_size == static_cast<std::uint32_t>(listed.stamp.size) &&
                    entry.ino == static_cast<std::uint32_t>(listed.stamp.inode) &&
                    same_time(entry.mtime, listed.stamp.modified_ns) && same_time(entry.ctime, listed.stamp.changed_ns);
  const bool doubtful = listed.stamp.modified_ns >= written_ns_ - clock_margin_ns;
  if (!plain_file || !settled || !same || doubtful) return std::nullopt;
  return to_content_id(entry.id);
}

std::vector<std::string> TrackedFiles::submodules() const {
  std::vector<std::string> paths;
  for (const Tracked& tracked : tracked_) {
    if (tracked.entry->mode == GIT_FILEMODE_COMMIT) paths.emplace_back(tracked.path);
  }
  return paths;
}

std::vector<std::pair<std::string, ContentId>> TrackedFiles::not_checked_out() const {
  std::vector<std::pair<std::string, ContentId>> files;
  for (const Tracked& tracked : tracked_) {
    const bool skipped = (tracked.entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
    if (skipped && (tracked.entry->mode & S_IFMT) == S_IFREG) {
      files.emplace_back(tracked.path, to_content_id(tracked.entry->id));
    }
  }
  return files;
}

}  // namespace traff
