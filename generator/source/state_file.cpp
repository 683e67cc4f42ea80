#include "source/state_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/content_id.h"
#include "source/disk_file.h"

namespace traff {

namespace fs = std::filesystem;

namespace {

// What a file begins with, so that a damaged one is known.
std::string check_of(std::string_view bytes) {
  const ContentId id = content_id(bytes);
  return {id.bytes.begin(), id.bytes.end()};
}

}  // namespace

bool make_state_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  const std::string ignore_file = folder + "/.gitignore";
  if (!fs::exists(fs::symlink_status(ignore_file, error))) std::ofstream(ignore_file) << "*\n";
  return true;
}

void write_state_file(const std::string& state_folder, const std::string& name, std::string_view bytes) {
  if (state_folder.empty() || !make_state_folder(state_folder)) return;
  const std::string path = state_folder + "/" + name;
  const std::string unfinished = path + "." + std::to_string(::getpid());
  std::error_code error;
  fs::remove(unfinished, error);
  bool whole = false;
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << check_of(bytes) << bytes;
    whole = static_cast<bool>(out.flush());
  }
  if (whole) fs::rename(unfinished, path, error);
  if (!whole || error) fs::remove(unfinished, error);
}

std::optional<std::string> read_state_file(const std::string& state_folder, const std::string& name) {
  DiskRead read = read_disk_file(state_folder + "/" + name);
  const std::size_t check_size = ContentId{}.bytes.size();
  if (read.error != 0 || read.bytes.size() < check_size) return std::nullopt;
  std::string bytes = read.bytes.substr(check_size);
  if (!read.bytes.starts_with(check_of(bytes))) return std::nullopt;
  return bytes;
}

}  // namespace traff
