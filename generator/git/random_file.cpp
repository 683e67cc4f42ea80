#include "git/random_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "disk/file.h"

namespace traff {

namespace {

ObjectDamage system_error(const std::string& path) { return {path + ": " + error_text(errno)}; }

}  // namespace

std::optional<RandomFile> RandomFile::open(const std::string& path) {
  // O_NONBLOCK: a pipe by that name must not keep us waiting.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (descriptor < 0) throw system_error(path);
  RandomFile file(path, descriptor, 0);
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) throw system_error(path);
  if (!S_ISREG(status.st_mode)) file.fail();
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  return file;
}

RandomFile::RandomFile(std::string path, int descriptor, std::uint64_t size)
    : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

RandomFile::RandomFile(RandomFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

RandomFile& RandomFile::operator=(RandomFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

RandomFile::~RandomFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t RandomFile::read(std::uint64_t offset, char* bytes, std::size_t count) const {
  std::size_t filled = 0;
  while (filled < count) {
    const ssize_t got = ::pread(descriptor_, bytes + filled, count - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error(path_);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

std::string RandomFile::read_text(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  if (read(offset, bytes.data(), count) != count) fail();
  return bytes;
}

void RandomFile::fail() const { throw ObjectDamage{path_}; }

}  // namespace traff
