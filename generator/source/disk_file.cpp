#include "source/disk_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/failure.h"

namespace traff {

namespace {

class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// Reads until the end, which may lie before or after the size that was promised.
int read_to_end(int descriptor, std::size_t expected, std::string& bytes) {
  std::size_t filled = 0;
  bytes.resize(expected + 1);
  for (;;) {
    const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled == bytes.size()) bytes.resize(2 * bytes.size());
  }
  bytes.resize(filled);
  return 0;
}

}  // namespace

FileStamp listed_stamp(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), in_nanoseconds(status.st_mtim), in_nanoseconds(status.st_ctim),
          status.st_ino};
}

DiskRead read_disk_file(const std::string& path) {
  DiskRead read;
  const OpenFile file(path);
  struct stat status {};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0) {
    read.error = errno == ENOTDIR || errno == ELOOP ? ENOENT : errno;  // a link in its place is not followed
    return read;
  }
  if (!S_ISREG(status.st_mode)) {
    read.error = ENOENT;  // replaced by something else since it was listed
    return read;
  }
  read.stamp = listed_stamp(status);
  read.error = read_to_end(file.descriptor(), static_cast<std::size_t>(status.st_size), read.bytes);
  return read;
}

int entry_error(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return 0;
  return errno == ENOTDIR ? ENOENT : errno;
}

bool is_on_disk(const std::string& path) {
  const int error = entry_error(path);
  if (error != 0 && error != ENOENT) throw Failure("W1", {path, std::strerror(error)});
  return error == 0;
}

}  // namespace traff
