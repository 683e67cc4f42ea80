#include "source/git_rules.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/file.h"
#include "git/ordinary_files.h"
#include "git/repository.h"

namespace traff {

namespace {

int reading_error(int descriptor) {
  struct stat status{};
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
  const int error = reading_error(descriptor);
  ::close(descriptor);
  return error;
}

void require_readable_file(const std::string& path) {
  require_ordinary_file(path);
  if (const int error = reading_error(path); error != 0) throw Failure(code::W1(path, error_text(error)));
}

// The home folder of who runs a service may be closed to it: git passes over what lies there. Many name /dev/null.
void require_readable_at_home(const std::string& path) {
  std::error_code unknown;
  if (std::filesystem::is_character_file(path, unknown)) return;
  require_ordinary_file(path);
  const int error = reading_error(path);
  if (error != 0 && error != EACCES && error != EPERM) throw Failure(code::W1(path, error_text(error)));
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
    struct stat status{};
    std::string path = std::string(folder) + "/" + name;
    if (!folder.empty() && (::lstat(path.c_str(), &status) == 0 || (errno != ENOENT && errno != ENOTDIR))) return path;
  }
  return {};
}

std::string common_path(git_repository& repository, const char* setting, const char* usual_name) {
  git_config* read = nullptr;
  if (git_repository_config_snapshot(&read, &repository) < 0)
    throw Failure(code::W18(git_repository_path(&repository), git_cause()));
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

namespace {

bool is_ignored(git_repository& repository, const std::string& path) {
  int ignored = 0;
  const int code = git_ignore_path_is_ignored(&ignored, &repository, path.c_str());
  if (code < 0) throw Failure(code::W18(git_repository_path(&repository), git_cause()));
  return ignored != 0;
}

}  // namespace

IgnoreRules::IgnoreRules(git_repository& repository, std::string prefix)
    : repository_(repository), prefix_(std::move(prefix)), files_(repository, RuleFiles::Kind::ignore) {}

bool IgnoreRules::ignores_folder(const std::string& path) { return folder_or_parent(prefix_ + path); }

bool IgnoreRules::ignores_file(const std::string& path) {
  const std::string whole = prefix_ + path;
  const std::size_t slash = whole.rfind('/');
  if (slash != std::string::npos && folder_or_parent(whole.substr(0, slash))) return true;
  return asks_git(whole);
}

bool IgnoreRules::folder_or_parent(const std::string& path) {
  const auto known = folders_.find(path);
  if (known != folders_.end()) return known->second;
  const std::size_t slash = path.rfind('/');
  const bool ignored = (slash != std::string::npos && folder_or_parent(path.substr(0, slash))) || asks_git(path + "/");
  folders_.emplace(path, ignored);
  return ignored;
}

// Two handles that read the rules each for itself: an error that passes is seen when they disagree.
bool IgnoreRules::asks_git(const std::string& path) {
  files_.require_readable(parent_of(path));
  if (!second_) second_ = open_repository(git_repository_path(&repository_));
  const bool ignored = is_ignored(repository_, path);
  if (is_ignored(*second_, path) != ignored) throw Failure(code::W17(".gitignore"));
  return ignored;
}

namespace {

struct FilteredBytes {
  git_buf buffer = GIT_BUF_INIT;
  ~FilteredBytes() { git_buf_dispose(&buffer); }
};

bool has_lfs_settings(git_repository& repository) {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, &repository) < 0) throw repository_failure(repository);
  const GitConfig keep(config);
  const auto is_set = [&](const char* name) {
    const char* program = nullptr;
    const int code = git_config_get_string(&program, config, name);
    if (code < 0 && code != GIT_ENOTFOUND) throw repository_failure(repository);
    return code == 0;
  };
  return is_set("filter.lfs.process") || is_set("filter.lfs.clean");
}

}  // namespace

CommitFilter::CommitFilter(const RepositoryPool& pool, std::string prefix)
    : pool_(pool),
      prefix_(std::move(prefix)),
      rules_(*pool.borrow(), RuleFiles::Kind::attributes),
      lfs_installed_(has_lfs_settings(*pool.borrow())) {}

bool CommitFilter::may_change(std::string_view bytes) {
  return bytes.find('\r') != std::string_view::npos || bytes.find("$Id") != std::string_view::npos;
}

std::string CommitFilter::apply(const std::string& path, std::string bytes) const {
  if (!may_change(bytes)) return bytes;
  const auto repository = pool_.borrow();
  rules_.require_readable(parent_of(prefix_ + path));
  git_filter_list* filters = nullptr;
  if (git_filter_list_load(&filters, repository.get(), nullptr, (prefix_ + path).c_str(), GIT_FILTER_TO_ODB,
                           GIT_FILTER_ALLOW_UNSAFE) < 0) {
    throw repository_failure(*repository);
  }
  const GitFilterList keep(filters);
  if (filters == nullptr) return bytes;
  FilteredBytes filtered;
  if (git_filter_list_apply_to_buffer(&filtered.buffer, filters, bytes.data(), bytes.size()) < 0)
    throw repository_failure(*repository);
  return {filtered.buffer.ptr, filtered.buffer.size};
}

bool CommitFilter::goes_to_lfs(const std::string& path) const {
  if (!lfs_installed_) return false;
  const auto repository = pool_.borrow();
  rules_.require_readable(parent_of(prefix_ + path));
  const char* filter = nullptr;
  if (git_attr_get(&filter, repository.get(), 0, (prefix_ + path).c_str(), "filter") < 0)
    throw repository_failure(*repository);
  return git_attr_value(filter) == GIT_ATTR_VALUE_STRING && std::string_view(filter) == "lfs";
}

}  // namespace traff
