#include "output/new_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "output/durable.h"
#include "output/folder_names.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
  if (error == EEXIST) throw Failure("W51", {path.string()});
  throw Failure("W2", {path.string(), std::generic_category().message(error)});
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

}  // namespace traff
