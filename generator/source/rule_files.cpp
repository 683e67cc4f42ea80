#include "source/rule_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/failure.h"
#include "base/text.h"
#include "git/git_handle.h"
#include "git/ordinary_files.h"

namespace traff {

namespace {

int read_all(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return errno;
  if (!S_ISREG(status.st_mode)) return 0;  // a folder: git finds no rules there either
  char bytes[4096];
  ssize_t count = 0;
  do count = ::read(descriptor, bytes, sizeof bytes);
  while (count > 0 || (count < 0 && errno == EINTR));
  return count < 0 ? errno : 0;
}

// An errno; 0 when it can be read, or when nothing is there. Follows links, as libgit2 does.
int reading_error(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  const int error = read_all(descriptor);
  ::close(descriptor);
  return error;
}

void require_readable_file(const std::string& path) {
  require_ordinary_file(path);
  if (const int error = reading_error(path); error != 0) throw Failure("W1", {path, std::strerror(error)});
}

// The home folder of who runs a service may be closed to it: git passes over what lies there. Many name /dev/null.
void require_readable_at_home(const std::string& path) {
  std::error_code unknown;
  if (std::filesystem::is_character_file(path, unknown)) return;
  require_ordinary_file(path);
  const int error = reading_error(path);
  if (error != 0 && error != EACCES && error != EPERM) throw Failure("W1", {path, std::strerror(error)});
}

struct Buffer {
  git_buf buffer = GIT_BUF_INIT;
  ~Buffer() { git_buf_dispose(&buffer); }
};

// The first of the folders that has it; empty when none has.
std::string path_at_home(const std::string& name) {
  Buffer folders;
  if (git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, &folders.buffer) < 0) return {};
  for (const std::string_view folder : split(folders.buffer.ptr, ':')) {
    struct stat status {};
    std::string path = std::string(folder) + "/" + name;
    if (!folder.empty() && (::lstat(path.c_str(), &status) == 0 || (errno != ENOENT && errno != ENOTDIR))) return path;
  }
  return {};
}

std::string common_path(git_repository& repository, const char* setting, const char* usual_name) {
  git_config* read = nullptr;
  if (git_repository_config_snapshot(&read, &repository) < 0)
    throw Failure("W18", {git_repository_path(&repository), git_cause()});
  const GitConfig config(read);
  Buffer path;
  const int code = git_config_get_path(&path.buffer, config.get(), setting);
  if (code == GIT_ENOTFOUND) return path_at_home(usual_name);
  return code == 0 ? path.buffer.ptr : "";
}

}  // namespace

RuleFiles::RuleFiles(git_repository& repository, Kind kind)
    : name_(kind == Kind::ignore ? ".gitignore" : ".gitattributes"),
      top_(git_repository_workdir(&repository)),
      own_(std::string(git_repository_commondir(&repository)) +
           (kind == Kind::ignore ? "info/exclude" : "info/attributes")),
      common_(kind == Kind::ignore ? common_path(repository, "core.excludesfile", "ignore")
                                   : common_path(repository, "core.attributesfile", "attributes")) {}

bool RuleFiles::is_new(std::string_view folder) {
  const std::lock_guard guard(lock_);
  return !readable_.contains(std::string(folder));
}

void RuleFiles::require_readable(std::string_view folder) {
  if (!is_new(folder)) return;
  if (folder.empty()) {
    require_readable_file(own_);
    if (!common_.empty()) require_readable_at_home(common_);
  } else {
    require_readable(parent_of(folder));
  }
  require_readable_file(top_ + std::string(folder) + name_);
  const std::lock_guard guard(lock_);
  readable_.emplace(folder);
}

std::string_view parent_of(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace traff
