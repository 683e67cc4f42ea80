// Everything under a folder with its stamp: one look at each entry, nothing opened but folders.
// Links are listed, never followed.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "disk/file_stamp.h"

namespace traff {

enum class EntryKind : std::uint8_t {
  file,
  link,
  pipe,
  socket,
  device,
  unreadable,  // a folder that could not be listed to its end, or a file without a stamp
};

struct ListedEntry {
  std::string path;  // raw bytes, relative to the root
  EntryKind kind = EntryKind::file;
  FileStamp stamp;
  mode_t mode = 0;
  uid_t owner = 0;
  int error = 0;  // errno of what is unreadable
};

// Asked once for each folder, parents first, from the calling thread: whether to look inside.
using FolderFilter = std::function<bool(const std::string& path)>;

// Hidden names and sites the program wrote are left out. The order is not defined.
// Throws Failure W1 when `root` itself cannot be read. Cost: one lstat per file, spread over `jobs`.
std::vector<ListedEntry> list_folder(const std::string& root, const FolderFilter& enter, unsigned jobs);

}  // namespace traff
