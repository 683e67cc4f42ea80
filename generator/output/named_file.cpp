#include "output/named_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "output/durable.h"
#include "output/folder_names.h"
#include "output/whole_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as the kernel

std::string cause_of(int error) { return std::generic_category().message(error); }

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string unfinished_prefix() { return std::string(temporary_prefix) + "file-"; }

// Not to be guessed, since the folder may be everybody's, and short however long the file's own name is.
std::string draw_name() {
  std::array<unsigned char, 8> bytes{};
  [[maybe_unused]] const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
  std::string name = unfinished_prefix();
  for (const unsigned char byte : bytes) {
    for (const unsigned digit : {byte / 16U, byte % 16U}) name += "0123456789abcdef"[digit];
  }
  return name;
}

// What a living run writes is locked by it.
void remove_leftovers(const std::string& folder) {
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return;
  for (const std::string& name : load_folder_names(opened.descriptor()).names) {
    if (!name.starts_with(unfinished_prefix())) continue;
    const OpenFile left = open_regular_file(opened.descriptor(), name.c_str(), O_RDWR);
    const bool is_dead = left.is_open() && ::flock(left.descriptor(), LOCK_EX | LOCK_NB) == 0;
    if (is_dead) ::unlinkat(opened.descriptor(), name.c_str(), 0);
  }
}

bool is_same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

// `--out /dev/stdout`: what is open already is not opened again, which another user's pipe, a socket or an ordinary file
// that somebody goes on writing in would not bear.
OpenFile standard_output(const struct stat& file) {
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    struct stat open {};
    if (::fstat(descriptor, &open) != 0 || !is_same_file(open, file)) continue;
    return OpenFile(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
  }
  return {};
}

// Where the links end, whether a file stands there or not.
std::string behind_links(fs::path path) {
  std::error_code no_link;
  for (int i = 0; i < most_links; ++i) {
    const fs::path next = fs::read_symlink(path, no_link);
    if (no_link) return path.string();
    path = path.parent_path() / next;
  }
  return path.string();
}

}  // namespace

bool leads_to_standard_output(const std::string& path) {
  struct stat named {};
  struct stat open {};
  return ::stat(path.c_str(), &named) == 0 && ::fstat(STDOUT_FILENO, &open) == 0 && is_same_file(named, open);
}

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

NamedFileWriter::NamedFileWriter(std::string path) : path_(std::move(path)) {
  struct stat status {};
  const bool stands = ::stat(path_.c_str(), &status) == 0;
  if (!stands && errno != ENOENT) check(errno);
  if (stands) file_ = standard_output(status);
  if (!file_.is_open() && stands && !S_ISREG(status.st_mode)) {
    file_ = OpenFile(::open(path_.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
  } else if (!file_.is_open()) {
    begin_new_file();
  }
  if (!file_.is_open()) check(errno);
}

void NamedFileWriter::begin_new_file() {
  target_ = behind_links(path_);
  const std::string folder = folder_of(target_);
  remove_leftovers(folder);
  temporary_ = folder + "/" + draw_name();
  file_ = open_regular_file(AT_FDCWD, temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL);
  // Before it is locked another run may take it for a dead one's: then its name is gone.
  struct stat status {};
  const bool is_ours = file_.is_open() && ::flock(file_.descriptor(), LOCK_EX) == 0 &&
                       ::fstat(file_.descriptor(), &status) == 0 && status.st_nlink > 0;
  if (file_.is_open() && !is_ours) begin_new_file();
}

NamedFileWriter::~NamedFileWriter() {
  if (file_.is_open() && !temporary_.empty()) ::unlink(temporary_.c_str());
}

void NamedFileWriter::check(int error) const {
  if (error != 0) throw Failure("W2", {path_, cause_of(error)});
}

void NamedFileWriter::write(std::string_view bytes) { check(write_all(file_.descriptor(), bytes)); }

int NamedFileWriter::take_place() {
  int error = sync_file(file_.descriptor());
  if (error == 0 && ::rename(temporary_.c_str(), target_.c_str()) != 0) error = errno;
  if (error == 0) error = sync_names(folder_of(target_));
  return error;
}

void NamedFileWriter::finish() {
  int error = target_.empty() ? 0 : take_place();
  if (error != 0 && !temporary_.empty()) ::unlink(temporary_.c_str());
  const int close_error = file_.close();
  check(error != 0 ? error : close_error);
}

}  // namespace traff
