#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/failure.h"
#include "base/parallel.h"
#include "git/lfs_pointer.h"
#include "source/admission.h"
#include "source/source_tree.h"
#include "source/disk_file.h"
#include "source/path_rules.h"
#include "source/stamp_store.h"
#include "source/working_files.h"
#include "source/working_tree.h"

namespace traff {

namespace {

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
  std::optional<std::string> read_from_disk(const WorkingFile& file, const ContentId& id) const;

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
std::optional<std::string> WorkingTree::read_from_disk(const WorkingFile& file, const ContentId& id) const {
  DiskRead read = read_disk_file(full_path(file));
  if (read.error != 0) {
    if (git_ && read.error == ENOENT) return std::nullopt;
    throw Failure("W1", {full_path(file), std::strerror(read.error)});
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
  if (auto bytes = read_from_disk(file, id)) return std::move(*bytes);
  if (git_) {
    if (auto bytes = find_blob(*git_->pool.borrow(), id)) return std::move(*bytes);
  }
  throw Failure("W17", {full_path(file)});
}

}  // namespace

std::unique_ptr<SourceTree> load_working_tree(const ContentPlace& place, unsigned jobs) {
  assert(!place.content_folder.empty());
  return std::make_unique<WorkingTree>(place, jobs);
}

}  // namespace traff
