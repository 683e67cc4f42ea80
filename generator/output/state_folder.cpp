#include "output/state_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "output/whole_file.h"

namespace traff {

StateFolder::StateFolder(const std::string& path) {
  if (path.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(path, ignored);
  folder_ = OpenFile(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  struct stat hider {};  // empty after a power cut
  const bool hides =
      folder_.is_open() && ::fstatat(descriptor(), ".gitignore", &hider, AT_SYMLINK_NOFOLLOW) == 0 && hider.st_size > 0;
  if (folder_.is_open() && !hides) write(".gitignore", "*\n");
}

bool StateFolder::write(const std::string& name, std::string_view bytes) const {
  return is_open() && write_whole_file(descriptor(), name, temporary_name(name), bytes) == 0;
}

std::string StateFolder::temporary_name(const std::string& name) { return std::string(temporary_prefix) + name; }

}  // namespace traff
