#include "disk/new_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "disk/file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as the kernel

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string unfinished_prefix() { return std::string(temporary_prefix) + "file-"; }

// Not to be guessed, since the folder may be everybody's, and short however long the file's own name is.
std::string draw_name() {
  std::array<char, 8> bytes{};
  [[maybe_unused]] const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
  return unfinished_prefix() + hex({bytes.data(), bytes.size()});
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

// `--out /dev/stdout`: what is open already is not opened again, which another user's pipe, a socket or an ordinary
// file that somebody goes on writing in would not bear.
OpenFile standard_output(const struct stat& file) {
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    struct stat open{};
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
  struct stat named{};
  struct stat open{};
  return ::stat(path.c_str(), &named) == 0 && ::fstat(STDOUT_FILENO, &open) == 0 && is_same_file(named, open);
}

std::string load_named_file(const std::string& path) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (!file.is_open() || ::fstat(file.descriptor(), &status) != 0) throw Failure(code::W1(path, error_text(errno)));
  std::string bytes;
  const int error = read_to_end(file.descriptor(), static_cast<std::size_t>(status.st_size), bytes);
  if (error != 0) throw Failure(code::W1(path, error_text(error)));
  return bytes;
}

NamedFileWriter::NamedFileWriter(std::string path) : path_(std::move(path)) {
  struct stat status{};
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
  struct stat status{};
  const bool is_ours = file_.is_open() && ::flock(file_.descriptor(), LOCK_EX) == 0 &&
                       ::fstat(file_.descriptor(), &status) == 0 && status.st_nlink > 0;
  if (file_.is_open() && !is_ours) begin_new_file();
}

NamedFileWriter::~NamedFileWriter() {
  if (file_.is_open() && !temporary_.empty()) ::unlink(temporary_.c_str());
}

void NamedFileWriter::check(int error) const {
  if (error != 0) throw Failure(code::W2(path_, error_text(error)));
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

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
  if (error == EEXIST) throw Failure(code::W51(path.string()));
  throw Failure(code::W2(path.string(), error_text(error)));
}

bool stands(const fs::path& path) {
  struct stat status;
  if (::lstat(path.c_str(), &status) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) fail(path, errno);
  return false;
}

void write_new_file(const fs::path& path, const NewFile& new_file) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) fail(path.parent_path(), error.value());
  OpenFile file = open_regular_file(AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) fail(path, errno);
  int failed = write_all(file.descriptor(), new_file.bytes);
  if (failed == 0 && new_file.is_program && ::fchmod(file.descriptor(), 0755) != 0) failed = errno;
  const int closed = file.close();
  if (failed == 0 && closed == 0) return;
  ::unlink(path.c_str());  // or the next try would find it taken
  fail(path, failed != 0 ? failed : closed);
}

}  // namespace

bool is_taken(const std::string& folder, const std::string& path) { return stands(fs::path(folder) / path); }

bool is_unused(const std::string& folder) {
  if (!stands(folder)) return true;
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() && errno == ENOTDIR) return false;
  const FolderNames found = opened.is_open() ? load_folder_names(opened.descriptor()) : FolderNames{errno, {}};
  if (found.error != 0) fail(folder, found.error);
  return std::ranges::all_of(found.names, [](const std::string& name) { return name == ".git"; });
}

void write_new_files(const std::string& folder, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    if (is_taken(folder, file.path)) fail(fs::path(folder) / file.path, EEXIST);
  }
  for (const NewFile& file : files) write_new_file(fs::path(folder) / file.path, file);
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const int error = opened.is_open() ? sync_file_system(opened.descriptor()) : errno;
  if (error != 0) fail(folder, error);
}

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

FolderNames load_folder_names(int folder) {
  FolderNames found;
  // A descriptor of its own, since closedir takes it along.
  const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, CloseFolder> listing(own < 0 ? nullptr : ::fdopendir(own));
  if (!listing) {
    found.error = errno;
    if (own >= 0) ::close(own);
    return found;
  }
  errno = 0;
  while (const dirent* entry = ::readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") found.names.emplace_back(name);
    errno = 0;
  }
  found.error = errno;
  return found;
}

OpenFile open_folder(int parent, const std::string& name) {
  return OpenFile(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

int remove_tree(int parent, const std::string& name) {
  if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) return 0;
  if (errno != EISDIR && errno != EPERM) return errno;  // EPERM: what POSIX has for a folder
  const OpenFile folder = open_folder(parent, name);
  if (!folder.is_open()) return errno;
  const FolderNames found = load_folder_names(folder.descriptor());
  if (found.error != 0) return found.error;
  for (const std::string& inner : found.names) {
    if (const int error = remove_tree(folder.descriptor(), inner); error != 0) return error;
  }
  return ::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

}  // namespace traff
