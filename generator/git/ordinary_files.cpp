#include "git/ordinary_files.h"

#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "base/text.h"
#include "git/random_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

bool is_ordinary(fs::file_type type) {
  return type != fs::file_type::fifo && type != fs::file_type::character && type != fs::file_type::block &&
         type != fs::file_type::socket;
}

void require_ordinary_below(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::file_type type = entry->symlink_status(error).type();
    if (type != fs::file_type::regular && type != fs::file_type::directory)
      require_ordinary_file(entry->path().string());
  }
}

void require_ordinary_in(const fs::path& folder) {
  for (const char* name : {"HEAD", "config", "config.worktree", "packed-refs", "index", "shallow", "commondir",
                           "gitdir", "info/exclude", "info/attributes", "info/grafts"}) {
    require_ordinary_file((folder / name).string());
  }
  for (const char* name : {"refs", "logs"}) require_ordinary_below(folder / name);
}

// The repository a working tree of its own belongs to; empty for others.
std::string text_of(const fs::path& file) {
  try {
    const auto opened = RandomFile::open(file.string());
    return opened ? std::string(trim(opened->read_text(0, opened->size()))) : "";
  } catch (const ObjectDamage&) {
    return "";  // libgit2 has the words for it
  }
}

}  // namespace

void require_ordinary_file(const std::string& path) {
  std::error_code error;
  if (!is_ordinary(fs::status(path, error).type())) throw Failure("W70", {path});
}

void require_ordinary_files(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::is_directory(fs::path(path) / ".git", error) ? fs::path(path) / ".git" : fs::path(path);
  require_ordinary_in(folder);
  const std::string common = text_of(folder / "commondir");
  if (!common.empty()) require_ordinary_in(folder / common);
}

}  // namespace traff
