// One file on disk: its stamp without reading it, its bytes with the stamp they had.
#pragma once

#include <sys/stat.h>

#include <string>

#include "base/file_stamp.h"

namespace traff {

struct DiskRead {
  int error = 0;  // an errno; the rest counts only when it is 0
  std::string bytes;
  FileStamp stamp;
};

FileStamp listed_stamp(const struct stat& status);

// Never follows a link and never waits for a pipe.
DiskRead read_disk_file(const std::string& path);

// 0 when there is an entry of that name, a link not followed; ENOENT when there is none; else why that cannot be told.
int entry_error(const std::string& path);

// Throws Failure W1 when it cannot be told.
bool is_on_disk(const std::string& path);

}  // namespace traff
