#include "output/folder_names.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>

namespace traff {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

FolderNames load_folder_names(int folder) {
  FolderNames found;
  // A descriptor of its own, since closedir takes it along.
  const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, CloseFolder> listing(own < 0 ? nullptr : ::fdopendir(own));
  if (!listing) {
    found.error = errno;
    if (own >= 0) ::close(own);
    return found;
  }
  errno = 0;
  while (const dirent* entry = ::readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") found.names.emplace_back(name);
    errno = 0;
  }
  found.error = errno;
  return found;
}

OpenFile open_folder(int parent, const std::string& name) {
  return OpenFile(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

int remove_tree(int parent, const std::string& name) {
  if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) return 0;
  if (errno != EISDIR && errno != EPERM) return errno;  // EPERM: what POSIX has for a folder
  const OpenFile folder = open_folder(parent, name);
  if (!folder.is_open()) return errno;
  const FolderNames found = load_folder_names(folder.descriptor());
  if (found.error != 0) return found.error;
  for (const std::string& inner : found.names) {
    if (const int error = remove_tree(folder.descriptor(), inner); error != 0) return error;
  }
  return ::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

}  // namespace traff
