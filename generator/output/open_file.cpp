#include "output/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace traff {

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

OpenFile::~OpenFile() { close(); }

int OpenFile::close() {
  if (descriptor_ < 0) return 0;
  return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno;
}

OpenFile open_regular_file(int folder, const char* path, int flags) {
  // O_NONBLOCK: a pipe by that name must not keep us waiting.
  OpenFile file(::openat(folder, path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0666));
  if (!file.is_open()) return file;
  struct stat status;
  if (::fstat(file.descriptor(), &status) != 0) return OpenFile();
  if (S_ISREG(status.st_mode)) return file;
  errno = EINVAL;
  return OpenFile();
}

namespace {

// `write` takes what is left and says how much of it went out, as write(2).
template <class Write>
int write_in_full(std::string_view bytes, Write write) {
  while (!bytes.empty()) {
    const ssize_t count = write(bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return EIO;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  return write_in_full(bytes, [&](std::string_view rest) { return ::write(descriptor, rest.data(), rest.size()); });
}

int write_all_at(int descriptor, std::string_view bytes, std::uint64_t offset) {
  const char* const start = bytes.data();
  return write_in_full(bytes, [&](std::string_view rest) {
    const auto at = static_cast<off_t>(offset) + (rest.data() - start);
    return ::pwrite(descriptor, rest.data(), rest.size(), at);
  });
}

}  // namespace traff
