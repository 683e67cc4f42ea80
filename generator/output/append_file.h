// A file that grows at its end through one buffer. When the disk refuses, the buffer stays in memory instead,
// so that appending never fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "output/open_file.h"

namespace traff {

class AppendFile {
 public:
  enum class Mode : std::uint8_t { disk, memory };  // memory: the file is read but never written

  // The first `size` bytes of `file` are there already; what follows is overwritten.
  AppendFile(OpenFile file, std::uint64_t size, Mode mode);

  // The offset `bytes` got. Thread-safe.
  std::uint64_t append(std::string_view bytes);

  // Fills `size` bytes at `out`; false when the disk refused or has too few. Thread-safe.
  bool read(std::uint64_t offset, std::size_t size, char* out) const;

  // Whether everything is on disk now. Thread-safe.
  bool flush();

  std::uint64_t size() const;
  int descriptor() const { return file_.descriptor(); }

 private:
  bool flush_locked();

  mutable std::mutex mutex_;
  OpenFile file_;
  std::uint64_t on_disk_;
  std::string buffer_;  // what follows the bytes on disk
  bool writable_;
};

}  // namespace traff
