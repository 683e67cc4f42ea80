#include "output/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "output/open_file.h"

namespace traff {

namespace {

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

bool read_to_end(int descriptor, std::string& bytes) {
  std::size_t done = 0;
  for (;;) {
    // The file may have grown since its size was asked for.
    if (done == bytes.size()) bytes.resize(done + 4096);
    const ssize_t count = ::read(descriptor, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return true;
}

int write_new_file(int folder, const std::string& path, std::string_view bytes) {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL;
  OpenFile file = open_regular_file(folder, path.c_str(), flags);
  if (!file.is_open() && errno == EEXIST && ::unlinkat(folder, path.c_str(), 0) == 0) {
    file = open_regular_file(folder, path.c_str(), flags);
  }
  if (!file.is_open()) return errno;
  const int error = write_all(file.descriptor(), bytes);
  const int close_error = file.close();
  return error != 0 ? error : close_error;
}

}  // namespace

FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
          static_cast<std::uint64_t>(status.st_ino)};
}

std::optional<LoadedFile> load_whole_file(int folder, const std::string& path) {
  const OpenFile file = open_regular_file(folder, path.c_str(), O_RDONLY);
  struct stat status;
  if (!file.is_open() || ::fstat(file.descriptor(), &status) != 0) return std::nullopt;
  LoadedFile loaded{{}, stamp_of(status)};
  loaded.bytes.resize(loaded.stamp.size + 1);  // one more, so that the end is seen without growing
  if (!read_to_end(file.descriptor(), loaded.bytes)) return std::nullopt;
  return loaded;
}

int write_whole_file(int folder, const std::string& path, const std::string& temporary, std::string_view bytes) {
  int error = write_new_file(folder, temporary, bytes);
  if (error == 0 && ::renameat(folder, temporary.c_str(), folder, path.c_str()) != 0) error = errno;
  if (error != 0) ::unlinkat(folder, temporary.c_str(), 0);
  return error;
}

}  // namespace traff
