#include "source/folder_listing.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/parallel.h"
#include "disk/file.h"
#include "source/path_rules.h"

namespace traff {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

struct OneFolder {
  int error = 0;
  std::vector<std::string> folders;
  std::vector<ListedEntry> entries;
};

OpenFolder open_folder(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  OpenFolder folder(::fdopendir(descriptor));
  if (!folder) {
    const int error = errno;
    ::close(descriptor);
    errno = error;
  }
  return folder;
}

// Null at the end, and when `error` is set.
const dirent* next_entry(DIR& folder, int& error) {
  errno = 0;
  const dirent* const entry = ::readdir(&folder);
  if (entry == nullptr) error = errno;
  return entry;
}

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISLNK(mode)) return EntryKind::link;
  if (S_ISFIFO(mode)) return EntryKind::pipe;
  if (S_ISSOCK(mode)) return EntryKind::socket;
  return EntryKind::device;
}

// What is gone between its name and its stamp was deleted: no entry.
void look_at(const std::string& root, std::string path, OneFolder& listing) {
  struct stat status{};
  if (::lstat((root + "/" + path).c_str(), &status) != 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      listing.entries.push_back({std::move(path), EntryKind::unreadable, {}, 0, 0, errno});
    return;
  }
  if (S_ISDIR(status.st_mode)) {
    listing.folders.push_back(std::move(path));
    return;
  }
  listing.entries.push_back(
      {std::move(path), kind_of(status.st_mode), stamp_of(status), status.st_mode, status.st_uid, 0});
}

OneFolder list_one(const std::string& root, const std::string& path) {
  OneFolder listing;
  const OpenFolder folder = open_folder(path.empty() ? root : root + "/" + path);
  if (!folder) {
    listing.error = errno;
    return listing;
  }
  const std::string before = path.empty() ? "" : path + "/";
  while (const dirent* entry = next_entry(*folder, listing.error)) {
    const std::string_view name = entry->d_name;
    if (name == site_manifest_name && !path.empty()) return {};
    if (is_hidden_name(name)) continue;
    if (entry->d_type == DT_DIR) {
      listing.folders.push_back(before + entry->d_name);
    } else {
      look_at(root, before + entry->d_name, listing);
    }
  }
  return listing;
}

void take_over(OneFolder& listing, const std::string& path, std::vector<ListedEntry>& entries) {
  const bool is_gone = listing.error == ENOENT || listing.error == ENOTDIR || listing.error == ELOOP;
  if (is_gone) return;
  if (listing.error != 0) entries.push_back({path, EntryKind::unreadable, {}, 0, 0, listing.error});
  entries.insert(entries.end(), std::make_move_iterator(listing.entries.begin()),
                 std::make_move_iterator(listing.entries.end()));
}

}  // namespace

std::vector<ListedEntry> list_folder(const std::string& root, const FolderFilter& enter, unsigned jobs) {
  std::vector<ListedEntry> entries;
  std::vector<std::string> level{""};
  for (bool at_root = true; !level.empty(); at_root = false) {
    std::vector<OneFolder> listings(level.size());
    for_each_index(level.size(), jobs, [&](std::size_t i) { listings[i] = list_one(root, level[i]); });
    if (at_root && listings[0].error != 0) throw Failure(code::W1(root, error_text(listings[0].error)));
    std::vector<std::string> next;
    for (std::size_t i = 0; i < level.size(); ++i) {
      take_over(listings[i], level[i], entries);
      for (std::string& folder : listings[i].folders) {
        if (!is_hidden_folder(folder) && enter(folder)) next.push_back(std::move(folder));
      }
    }
    level = std::move(next);
  }
  return entries;
}

}  // namespace traff
