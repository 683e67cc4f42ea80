#include "preview/static_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/text.h"
#include "output/site_path.h"

namespace traff {

std::string StaticFile::read(std::size_t offset, std::size_t wanted) const {
  std::string bytes(offset < size ? std::min(wanted, size - offset) : 0, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const auto at = static_cast<off_t>(offset + have);
    const ssize_t count = ::pread(file.descriptor(), bytes.data() + have, bytes.size() - have, at);
    if (count <= 0) break;
    have += static_cast<std::size_t>(count);
  }
  bytes.resize(have);
  return bytes;
}

// One name at a time, so that no link on the way leads elsewhere.
OpenFile StaticFiles::open_folder(const std::string& path) const {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  OpenFile folder(::open(folder_.c_str(), flags));
  for (const std::string_view name : split(path, '/')) {
    if (name.empty() || !folder.is_open()) continue;
    folder = OpenFile(::openat(folder.descriptor(), std::string(name).c_str(), flags | O_NOFOLLOW));
  }
  return folder;
}

std::optional<StaticFile> StaticFiles::find(const std::string& path) const {
  StaticFile found;
  found.path = path.empty() || path.ends_with('/') ? path + "index.html" : path;
  const std::string folder_path(parent_folder(found.path));
  const OpenFile folder = open_folder(folder_path);
  if (!folder.is_open()) return std::nullopt;
  const std::string name = found.path.substr(folder_path.empty() ? 0 : folder_path.size() + 1);
  found.file = open_regular_file(folder.descriptor(), name.c_str(), O_RDONLY);
  struct stat status;
  if (!found.file.is_open() || ::fstat(found.file.descriptor(), &status) != 0) return std::nullopt;
  found.size = static_cast<std::size_t>(status.st_size);
  return found;
}

bool StaticFiles::is_folder(const std::string& path) const { return open_folder(path).is_open(); }

}  // namespace traff
