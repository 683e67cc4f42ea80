#include "source/working_tree.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "disk/file.h"
#include "disk/state.h"
#include "git/repository.h"
#include "source/folder_listing.h"
#include "source/git_rules.h"
#include "source/path_rules.h"
#include "source/source_tree.h"
#include "source/tracked_files.h"

namespace traff {

namespace {

// What of a working folder is content: tracked by git or at least not ignored, with names that may be
// published. The ids of unchanged files come along; the others still have to be worked out.

// The repository a working folder lies in, as one load sees it.
struct WorkingGit {
  // Throws Failure W15, W18.
  explicit WorkingGit(const ContentPlace& place);

  RepositoryPool pool;
  RepositoryPool::Lease handle;
  TrackedFiles tracked;
  IgnoreRules ignored;
  CommitFilter filter;
};

struct WorkingFile {
  ListedEntry entry;
  std::optional<ContentId> id;
  std::optional<std::string> link_target;
  bool on_disk = true;  // false: left out by a sparse checkout, to be read from the repository
};

// Nothing when it is no longer there, or no longer a link.
std::optional<std::string> load_link(const std::string& path) {
  char target[PATH_MAX];
  const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
  if (size < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EINVAL)) return std::nullopt;
  if (size < 0) throw Failure(code::W1(path, error_text(errno)));
  return std::string(target, static_cast<std::size_t>(size));
}

// Why it may not be read; 0 when it may. Asks the system only when the mode leaves room for doubt.
int reading_error(const std::string& path, const ListedEntry& entry) {
  const mode_t bit = entry.owner == ::geteuid() ? S_IRUSR : S_IROTH;
  if ((entry.mode & bit) != 0 || ::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0) return 0;
  return errno == ENOENT || errno == ENOTDIR ? 0 : errno;  // the reading will see that it is gone
}

Diagnostic special_file(const ListedEntry& entry) {
  if (entry.kind == EntryKind::pipe) return path_diagnostic(code::P6(phrase::named_pipe), entry.path);
  if (entry.kind == EntryKind::socket) return path_diagnostic(code::P6(phrase::socket), entry.path);
  return path_diagnostic(code::P6(phrase::device_file), entry.path);
}

// P7: what its owner can mend is no reason to stop. Throws Failure W1 when `error` is another: a disk that fails must
// not look like a smaller site.
Diagnostic unreadable_diagnostic(const std::string& root, const std::string& raw_path, int error) {
  if (error == EACCES || error == EPERM) {
    return path_diagnostic(code::P7(phrase::permission_denied), raw_path);
  }
  if (error == ENAMETOOLONG) return path_diagnostic(code::P7(phrase::path_too_long), raw_path);
  throw Failure(code::W1(root + "/" + raw_path, error_text(error)));
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
      file.link_target = load_link(root_ + "/" + entry.path);
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
    const int error = reading_error(root_ + "/" + entry.path, entry);
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

WorkingGit::WorkingGit(const ContentPlace& place)
    : pool(place.repository),
      handle(pool.borrow()),
      tracked(*handle, place.content_prefix),
      ignored(*handle, place.content_prefix),
      filter(pool, place.content_prefix) {}

// `git` is null for a plain folder. Adds P2, P4, P6 and P7. Throws Failure W1 when the disk fails.
std::vector<WorkingFile> find_working_files(const std::string& root, WorkingGit* git, unsigned jobs,
                                            std::vector<Diagnostic>& diagnostics) {
  Selection selection(root, git, diagnostics);
  auto listed = list_folder(root, [&](const std::string& folder) { return selection.enters(folder); }, jobs);
  std::vector<WorkingFile> files;
  files.reserve(listed.size());
  for (ListedEntry& entry : listed) {
    if (auto file = selection.take(std::move(entry))) files.push_back(std::move(*file));
  }
  selection.report_submodules();
  if (git != nullptr) add_not_checked_out(*git, files, diagnostics);
  return files;
}

class WorkingTree : public SourceTree {
 public:
  WorkingTree(const ContentPlace& place, unsigned jobs);

  std::string read(std::size_t index) const override;

 private:
  // What a look at one file brought out.
  struct Finding {
    bool known_by_stamp = false;
    bool hashed = false;
    bool stampable = true;
    bool is_lfs = false;
    int error = 0;
  };

  std::vector<Finding> identify(const ContentPlace& place, unsigned jobs);
  Finding look_at(WorkingFile& file, const StampTable& stamps) const;
  void remember(const ContentPlace& place, const std::vector<Finding>& findings) const;
  void admit(const std::vector<Finding>& findings);

  std::string full_path(const WorkingFile& file) const { return root_ + "/" + file.entry.path; }
  std::string stamp_key(const WorkingFile& file) const;
  std::string as_committed(const WorkingFile& file, std::string bytes) const;
  std::optional<std::string> load_from_disk(const WorkingFile& file, const ContentId& id) const;

  std::string root_;
  std::string prefix_;
  std::int64_t listed_ns_;
  std::unique_ptr<WorkingGit> git_;  // null for a plain folder
  std::vector<WorkingFile> found_;
  std::vector<std::size_t> origins_;  // of files_, in found_
};

WorkingTree::WorkingTree(const ContentPlace& place, unsigned jobs)
    : root_(place.content_folder), prefix_(place.content_prefix), listed_ns_(clock_now_ns()) {
  if (!place.repository.empty()) git_ = std::make_unique<WorkingGit>(place);
  found_ = find_working_files(root_, git_.get(), jobs, diagnostics_);
  const std::vector<Finding> findings = identify(place, jobs);
  remember(place, findings);
  admit(findings);
  sort_diagnostics(diagnostics_);
}

std::vector<WorkingTree::Finding> WorkingTree::identify(const ContentPlace& place, unsigned jobs) {
  const bool all_known =
      std::all_of(found_.begin(), found_.end(), [](const WorkingFile& f) { return f.id || f.link_target; });
  const StampTable stamps = all_known ? StampTable() : load_stamps(place.state_folder);
  std::vector<Finding> findings(found_.size());
  for_each_index(found_.size(), jobs, [&](std::size_t i) { findings[i] = look_at(found_[i], stamps); });
  return findings;
}

WorkingTree::Finding WorkingTree::look_at(WorkingFile& file, const StampTable& stamps) const {
  Finding finding;
  if (file.link_target || !file.on_disk) return finding;
  const std::string& path = file.entry.path;
  finding.is_lfs = may_go_to_lfs(path) && git_ && git_->filter.goes_to_lfs(path);
  if (!file.id) {
    file.id = stamps.find(stamp_key(file), file.entry.stamp);
    finding.known_by_stamp = file.id.has_value();
  }
  const bool may_be_pointer = may_go_to_lfs(path) && file.entry.stamp.size < lfs_pointer_limit;
  if (file.id && !may_be_pointer) return finding;
  DiskRead read = read_disk_file(full_path(file));
  finding.error = read.error;
  if (read.error != 0) return finding;
  if (may_be_pointer && is_lfs_pointer(read.bytes)) finding.is_lfs = true;
  if (file.id) return finding;
  file.entry.stamp = read.stamp;
  finding.hashed = true;
  finding.stampable = !git_ || !CommitFilter::may_change(read.bytes);
  file.id = content_id(as_committed(file, std::move(read.bytes)));
  return finding;
}

// Ids that depend on git's filters are not kept: the filters may change while the file does not.
void WorkingTree::remember(const ContentPlace& place, const std::vector<Finding>& findings) const {
  const bool any_new =
      std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.hashed && f.stampable; });
  if (!any_new) return;
  StampTable stamps;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool worked_out = findings[i].known_by_stamp || findings[i].hashed;
    if (worked_out && findings[i].stampable) stamps.put(stamp_key(found_[i]), found_[i].entry.stamp, *found_[i].id);
  }
  write_stamps(place.state_folder, stamps, listed_ns_);
}

void WorkingTree::admit(const std::vector<Finding>& findings) {
  std::vector<FoundFile> candidates;
  std::vector<std::size_t> places;
  candidates.reserve(found_.size());
  places.reserve(found_.size());
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const WorkingFile& file = found_[i];
    if (findings[i].error != 0) {
      if (findings[i].error != ENOENT)
        diagnostics_.push_back(unreadable_diagnostic(root_, file.entry.path, findings[i].error));
    } else if (findings[i].is_lfs) {
      diagnostics_.push_back(lfs_diagnostic(file.entry.path));
    } else {
      candidates.push_back({file.entry.path, file.id.value_or(ContentId{}), file.link_target});
      places.push_back(i);
    }
  }
  for (auto& [file, origin] : admit_files(candidates, diagnostics_)) {
    files_.push_back(std::move(file));
    origins_.push_back(places[origin]);
  }
}

// The two spellings keep a plain folder's ids apart from those git's filters have shaped, should the
// folder become a repository.
std::string WorkingTree::stamp_key(const WorkingFile& file) const { return (git_ ? prefix_ : "./") + file.entry.path; }

std::string WorkingTree::as_committed(const WorkingFile& file, std::string bytes) const {
  return git_ ? git_->filter.apply(file.entry.path, std::move(bytes)) : std::move(bytes);
}

// Nothing when the bytes are no longer those that `id` names. They are hashed only where the stamp
// cannot tell: it differs, it is too young, or git's filters have a say.
std::optional<std::string> WorkingTree::load_from_disk(const WorkingFile& file, const ContentId& id) const {
  DiskRead read = read_disk_file(full_path(file));
  if (read.error != 0) {
    if (git_ && read.error == ENOENT) return std::nullopt;
    throw Failure(code::W1(full_path(file), error_text(read.error)));
  }
  const FileStamp& stamp = file.entry.stamp;
  const bool old = std::max(stamp.modified_ns, stamp.changed_ns) < listed_ns_ - clock_margin_ns;
  const bool certain = old && read.stamp == stamp && !(git_ && CommitFilter::may_change(read.bytes));
  std::string bytes = as_committed(file, std::move(read.bytes));
  if (certain || content_id(bytes) == id) return bytes;
  return std::nullopt;
}

std::string WorkingTree::read(std::size_t index) const {
  assert(index < files_.size());
  const WorkingFile& file = found_[origins_[index]];
  const ContentId& id = files_[index].id;
  if (!file.on_disk) return read_blob(*git_->pool.borrow(), id);
  if (auto bytes = load_from_disk(file, id)) return std::move(*bytes);
  if (git_) {
    if (auto bytes = find_blob(*git_->pool.borrow(), id)) return std::move(*bytes);
  }
  throw Failure(code::W17(full_path(file)));
}

}  // namespace

std::unique_ptr<SourceTree> load_working_tree(const ContentPlace& place, unsigned jobs) {
  assert(!place.content_folder.empty());
  return std::make_unique<WorkingTree>(place, jobs);
}

}  // namespace traff
