#include "source/working_files.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <unordered_set>
#include <utility>

#include "base/failure.h"
#include "git/lfs_pointer.h"
#include "source/disk_file.h"
#include "source/path_rules.h"
#include "source/source_tree.h"

namespace traff {

namespace {

// Nothing when it is no longer there, or no longer a link.
std::optional<std::string> read_link(const std::string& path) {
  char target[PATH_MAX];
  const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
  if (size < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EINVAL)) return std::nullopt;
  if (size < 0) throw Failure("W1", {path, std::strerror(errno)});
  return std::string(target, static_cast<std::size_t>(size));
}

// Why it may not be read; 0 when it may. Asks the system only when the mode leaves room for doubt.
int read_error(const std::string& path, const ListedEntry& entry) {
  const mode_t bit = entry.owner == ::geteuid() ? S_IRUSR : S_IROTH;
  if ((entry.mode & bit) != 0 || ::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0) return 0;
  return errno == ENOENT || errno == ENOTDIR ? 0 : errno;  // the reading will see that it is gone
}

Diagnostic special_file(const ListedEntry& entry) {
  if (entry.kind == EntryKind::pipe) return path_diagnostic("P6", entry.path, {"en namngiven pipa", "a named pipe"});
  if (entry.kind == EntryKind::socket) return path_diagnostic("P6", entry.path, {"en socket", "a socket"});
  return path_diagnostic("P6", entry.path, {"en enhetsfil", "a device file"});
}

class Selection {
 public:
  Selection(const std::string& root, WorkingGit* git, std::vector<Diagnostic>& diagnostics)
      : root_(root), git_(git), diagnostics_(diagnostics) {}

  bool enters(const std::string& folder) {
    if (git_ != nullptr && !git_->tracked.any_under(folder)) {
      if (git_->tracked.find(folder) != nullptr) return false;  // a submodule, reported from the index
      if (git_->ignored.ignores_folder(folder)) return false;
      const int error = entry_error(root_ + "/" + folder + "/.git");
      if (error == 0) return refuse(submodule_diagnostic(folder));
      if (error != ENOENT) return refuse(unreadable_diagnostic(root_, folder, error));
    }
    const auto odd = odd_name(folder);
    return !odd || refuse(*odd);
  }

  std::optional<WorkingFile> take(ListedEntry entry) {
    const git_index_entry* tracked = git_ != nullptr ? git_->tracked.find(entry.path) : nullptr;
    if (entry.kind == EntryKind::unreadable) {
      refuse(unreadable_diagnostic(root_, entry.path, entry.error));
      return std::nullopt;
    }
    if (git_ != nullptr && tracked == nullptr && git_->ignored.ignores_file(entry.path)) return std::nullopt;
    if (is_refused(entry)) return std::nullopt;
    WorkingFile file;
    if (tracked != nullptr) file.id = git_->tracked.clean_id(*tracked, entry);
    if (entry.kind == EntryKind::link) {
      file.link_target = read_link(root_ + "/" + entry.path);
      if (!file.link_target) return std::nullopt;
    }
    file.entry = std::move(entry);
    return file;
  }

  void report_submodules() {
    if (git_ == nullptr) return;
    for (const std::string& path : git_->tracked.submodules()) {
      if (!is_hidden_path(path)) refuse(submodule_diagnostic(path));
    }
  }

 private:
  bool refuse(Diagnostic diagnostic) {
    diagnostics_.push_back(std::move(diagnostic));
    return false;
  }

  bool is_refused(const ListedEntry& entry) {
    if (const auto odd = odd_name(entry.path)) return !refuse(*odd);
    if (entry.kind == EntryKind::link) return false;
    if (entry.kind != EntryKind::file) return !refuse(special_file(entry));
    const int error = read_error(root_ + "/" + entry.path, entry);
    return error != 0 && !refuse(unreadable_diagnostic(root_, entry.path, error));
  }

  const std::string& root_;
  WorkingGit* git_;
  std::vector<Diagnostic>& diagnostics_;
};

void add_not_checked_out(WorkingGit& git, std::vector<WorkingFile>& files, std::vector<Diagnostic>& diagnostics) {
  const auto missing = git.tracked.not_checked_out();
  if (missing.empty()) return;
  std::unordered_set<std::string> present;
  for (const WorkingFile& file : files) present.insert(file.entry.path);
  for (const auto& [path, id] : missing) {
    if (present.contains(path) || is_hidden_path(path) || odd_name(path)) continue;
    if (may_go_to_lfs(path) && is_lfs_blob(*git.handle, id)) {
      diagnostics.push_back(lfs_diagnostic(path));
      continue;
    }
    WorkingFile file;
    file.entry.path = path;
    file.id = id;
    file.on_disk = false;
    files.push_back(std::move(file));
  }
}

}  // namespace

WorkingGit::WorkingGit(const ContentPlace& place)
    : pool(place.repository),
      handle(pool.borrow()),
      tracked(*handle, place.content_prefix),
      ignored(*handle, place.content_prefix),
      filter(pool, place.content_prefix) {}

Diagnostic unreadable_diagnostic(const std::string& root, const std::string& raw_path, int error) {
  if (error == EACCES || error == EPERM) {
    return path_diagnostic("P7", raw_path, {"behörighet saknas", "permission denied"});
  }
  if (error == ENAMETOOLONG) return path_diagnostic("P7", raw_path, {"sökvägen är för lång", "the path is too long"});
  throw Failure("W1", {root + "/" + raw_path, std::strerror(error)});
}

std::vector<WorkingFile> find_working_files(const std::string& root, WorkingGit* git, unsigned jobs,
                                            std::vector<Diagnostic>& diagnostics) {
  Selection selection(root, git, diagnostics);
  auto listed = list_folder(
      root, [&](const std::string& folder) { return selection.enters(folder); }, jobs);
  std::vector<WorkingFile> files;
  files.reserve(listed.size());
  for (ListedEntry& entry : listed) {
    if (auto file = selection.take(std::move(entry))) files.push_back(std::move(*file));
  }
  selection.report_submodules();
  if (git != nullptr) add_not_checked_out(*git, files, diagnostics);
  return files;
}

}  // namespace traff
