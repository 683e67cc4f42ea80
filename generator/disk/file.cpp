#include "disk/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"

namespace traff {

std::string error_text(int error) { return std::generic_category().message(error); }

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

namespace {

// EINVAL is how open_regular_file says that something else stands there.
bool means_no_file(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP || error == EINVAL; }

OpenFile make_new_file(int folder, const std::string& path) {
  constexpr int flags = O_RDWR | O_CREAT | O_EXCL;
  OpenFile file = open_regular_file(folder, path.c_str(), flags);
  if (!file.is_open() && errno == EEXIST && ::unlinkat(folder, path.c_str(), 0) == 0) {
    file = open_regular_file(folder, path.c_str(), flags);
  }
  return file;
}

int write_new_file(int folder, const std::string& path, std::string_view bytes) {
  OpenFile file = make_new_file(folder, path);
  if (!file.is_open()) return errno;
  const int error = write_all(file.descriptor(), bytes);
  const int close_error = file.close();
  return error != 0 ? error : close_error;
}

int take_place(int folder, const std::string& path, const std::string& temporary) {
  return ::renameat(folder, temporary.c_str(), folder, path.c_str()) == 0 ? 0 : errno;
}

// The id content_id gives; 0 or an errno. The size stands first in it, so it is found when all is written.
int find_content_id(int descriptor, std::uint64_t size, ContentId& id) {
  Digest digest(Digest::Kind::sha1);
  digest.add("blob " + std::to_string(size) + std::string(1, '\0'));
  std::string piece(std::size_t{1} << 18, '\0');
  for (std::uint64_t done = 0; done < size;) {
    const ssize_t count = ::pread(descriptor, piece.data(), piece.size(), static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count < 0 ? errno : EIO;
    digest.add(std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
    done += static_cast<std::uint64_t>(count);
  }
  const std::string bytes = digest.finish();
  std::memcpy(id.bytes.data(), bytes.data(), id.bytes.size());
  return 0;
}

StreamedFile write_pieces(OpenFile file, const ByteProducer& write) {
  StreamedFile streamed;
  std::uint64_t size = 0;
  write([&](std::string_view piece) {
    size += piece.size();
    if (streamed.error == 0) streamed.error = write_all(file.descriptor(), piece);
  });
  if (streamed.error == 0) streamed.error = find_content_id(file.descriptor(), size, streamed.id);
  const int close_error = file.close();
  if (streamed.error == 0) streamed.error = close_error;
  return streamed;
}

}  // namespace

FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), in_nanoseconds(status.st_mtim), in_nanoseconds(status.st_ctim),
          static_cast<std::uint64_t>(status.st_ino)};
}

int read_to_end(int descriptor, std::size_t expected, std::string& bytes) {
  std::size_t filled = 0;
  bytes.resize(expected + 1);  // one more, so that the end is seen without growing
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

std::optional<LoadedFile> load_whole_file(int folder, const std::string& path, int* error) {
  const OpenFile file = open_regular_file(folder, path.c_str(), O_RDONLY);
  if (!file.is_open()) {
    if (error != nullptr && !means_no_file(errno)) *error = errno;
    return std::nullopt;
  }
  struct stat status{};
  LoadedFile loaded;
  int failed = ::fstat(file.descriptor(), &status) == 0 ? 0 : errno;
  loaded.stamp = stamp_of(status);
  if (failed == 0) failed = read_to_end(file.descriptor(), loaded.stamp.size, loaded.bytes);
  if (failed == 0) return loaded;
  if (error != nullptr) *error = failed;
  return std::nullopt;
}

int write_whole_file(int folder, const std::string& path, const std::string& temporary, std::string_view bytes) {
  int error = write_new_file(folder, temporary, bytes);
  if (error == 0) error = take_place(folder, path, temporary);
  if (error != 0) ::unlinkat(folder, temporary.c_str(), 0);
  return error;
}

StreamedFile stream_whole_file(int folder, const std::string& path, const std::string& temporary,
                               const ByteProducer& write, const std::optional<ContentId>& standing) {
  OpenFile file = make_new_file(folder, temporary);
  if (!file.is_open()) return {errno, {}, false};
  StreamedFile streamed = write_pieces(std::move(file), write);
  if (streamed.error == 0 && streamed.id != standing) {
    streamed.error = take_place(folder, path, temporary);
    streamed.replaced = streamed.error == 0;
  }
  if (!streamed.replaced) ::unlinkat(folder, temporary.c_str(), 0);
  return streamed;
}

DiskRead read_disk_file(const std::string& path) {
  DiskRead read;
  auto loaded = load_whole_file(AT_FDCWD, path, &read.error);
  if (!loaded && read.error == 0) read.error = ENOENT;  // a link in its place is not followed
  if (loaded) read.bytes = std::move(loaded->bytes), read.stamp = loaded->stamp;
  return read;
}

int entry_error(const std::string& path) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) == 0) return 0;
  return errno == ENOTDIR ? ENOENT : errno;
}

bool is_on_disk(const std::string& path) {
  const int error = entry_error(path);
  if (error != 0 && error != ENOENT) throw Failure(code::W1(path, error_text(error)));
  return error == 0;
}

namespace {

template <class Sync>
int ask(Sync sync) {
  while (sync() != 0) {
    if (errno == EINTR) continue;
    return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
  }
  return 0;
}

}  // namespace

int sync_file(int descriptor) {
  return ask([=] { return ::fsync(descriptor); });
}

int sync_names(const std::string& folder) {
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) return sync_file(opened.descriptor());
  return errno == EACCES ? 0 : errno;
}

int sync_file_system(int descriptor) {
  return ask([=] { return ::syncfs(descriptor); });
}

}  // namespace traff
