#include "output/append_file.h"

#include <unistd.h>

#include <cerrno>

namespace traff {

namespace {

constexpr std::size_t buffer_limit = 1 << 20;

bool read_at(int descriptor, std::uint64_t offset, std::size_t size, char* out) {
  while (size > 0) {
    const ssize_t count = ::pread(descriptor, out, size, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    offset += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
    out += count;
  }
  return true;
}

}  // namespace

AppendFile::AppendFile(OpenFile file, std::uint64_t size, Mode mode)
    : file_(std::move(file)), on_disk_(size), writable_(mode == Mode::disk && file_.is_open()) {}

std::uint64_t AppendFile::append(std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  if (buffer_.size() + bytes.size() > buffer_limit) flush_locked();
  const std::uint64_t offset = on_disk_ + buffer_.size();
  buffer_ += bytes;
  return offset;
}

bool AppendFile::read(std::uint64_t offset, std::size_t size, char* out) const {
  {
    const std::lock_guard guard(mutex_);
    if (offset >= on_disk_) {
      const std::uint64_t start = offset - on_disk_;
      if (start > buffer_.size() || size > buffer_.size() - start) return false;
      buffer_.copy(out, size, static_cast<std::size_t>(start));
      return true;
    }
  }
  // What is on disk stays as it is, so that reading it needs no lock.
  return read_at(descriptor(), offset, size, out);
}

bool AppendFile::flush() {
  const std::lock_guard guard(mutex_);
  return flush_locked();
}

bool AppendFile::flush_locked() {
  if (buffer_.empty()) return true;
  if (writable_ && write_all_at(descriptor(), buffer_, on_disk_) != 0) writable_ = false;
  if (!writable_) return false;
  on_disk_ += buffer_.size();
  buffer_.clear();
  return true;
}

std::uint64_t AppendFile::size() const {
  const std::lock_guard guard(mutex_);
  return on_disk_ + buffer_.size();
}

}  // namespace traff
