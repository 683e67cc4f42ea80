#include "output/named_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/failure.h"
#include "output/whole_file.h"

namespace traff {

namespace {

std::string cause_of(int error) { return std::generic_category().message(error); }

std::string temporary_beside(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, name) + std::string(temporary_prefix) + std::to_string(::getpid()) + "-" + path.substr(name);
}

}  // namespace

std::string load_named_file(const std::string& path) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.descriptor(), &status) != 0) throw Failure("W1", {path, cause_of(errno)});
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  for (;;) {
    if (done == bytes.size()) bytes.resize(done + 4096);  // a pipe, or it has grown
    const ssize_t count = ::read(file.descriptor(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Failure("W1", {path, cause_of(errno)});
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

NamedFileWriter::NamedFileWriter(std::string path)
    : path_(std::move(path)),
      temporary_(temporary_beside(path_)),
      file_(open_regular_file(AT_FDCWD, temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC)) {
  if (!file_.is_open()) check(errno);
}

NamedFileWriter::~NamedFileWriter() {
  if (!file_.is_open()) return;
  file_.close();
  ::unlink(temporary_.c_str());
}

void NamedFileWriter::check(int error) const {
  if (error != 0) throw Failure("W2", {path_, cause_of(error)});
}

void NamedFileWriter::write(std::string_view bytes) { check(write_all(file_.descriptor(), bytes)); }

void NamedFileWriter::finish() {
  int error = file_.close();
  if (error == 0 && ::rename(temporary_.c_str(), path_.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary_.c_str());
  check(error);
}

}  // namespace traff
