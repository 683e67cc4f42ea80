#include "output/new_files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "output/open_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
  if (error == EEXIST) throw Failure("W51", {path.string()});
  throw Failure("W2", {path.string(), std::generic_category().message(error)});
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
  if (failed != 0 || closed != 0) fail(path, failed != 0 ? failed : closed);
}

}  // namespace

bool is_taken(const std::string& folder, const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(fs::path(folder) / path, error));
}

bool is_unused(const std::string& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return true;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != ".git") return false;
  }
  return !error;
}

void write_new_files(const std::string& folder, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    if (is_taken(folder, file.path)) fail(fs::path(folder) / file.path, EEXIST);
  }
  for (const NewFile& file : files) write_new_file(fs::path(folder) / file.path, file);
}

}  // namespace traff
