#include "source/history.h"

#include <algorithm>

#include "base/failure.h"
#include "git/object_failure.h"
#include "source/clone_edge.h"
#include "source/history_store.h"
#include "source/history_walk.h"
#include "source/ignored_commits.h"
#include "source/revision.h"
#include "source/source_tree.h"

namespace traff {

namespace {

// Nothing when `revision` names a tree, or nothing that can be found, or HEAD no commit yet.
std::optional<ContentId> find_tip(git_repository& repository, const std::string& revision) {
  if (revision.empty() && !has_commit(repository)) return std::nullopt;
  const GitObject commit = find_named_commit(repository, revision.empty() ? "HEAD" : revision);
  if (!commit && revision.empty()) throw object_failure(repository, GIT_ENOTFOUND);
  return commit ? std::optional(to_content_id(*git_object_id(commit.get()))) : std::nullopt;
}

struct Tip {
  ContentId tree;
  ChangeTime committed;
};

Tip read_tip(git_repository& repository, const ContentId& commit) {
  const git_oid oid = to_git_oid(commit);
  git_commit* read = nullptr;
  const int code = git_commit_lookup(&read, &repository, &oid);
  if (code < 0) throw object_failure(repository, code);
  const GitCommit keep(read);
  return {to_content_id(*git_commit_tree_id(read)), {git_commit_time(read), git_commit_time_offset(read)}};
}

// All the answer depends on but the tip.
ContentId question_id(const std::string& prefix, const IgnoredCommits& ignored, const ContentId& edge) {
  return content_id(prefix + '\0' + (ignored.list ? to_hex(*ignored.list) : std::string()) + '\0' + to_hex(edge));
}

// Old trees may be left out of a partial clone, while the content itself is there: then nothing is known.
History walk(git_repository& repository, const HistoryQuestion& question, const std::optional<History>& kept) {
  try {
    auto continued = kept ? walk_history(repository, question, &*kept) : std::nullopt;
    return continued ? std::move(*continued) : walk_history(repository, question, nullptr).value();
  } catch (const Failure& failure) {
    if (!is_promised_only(failure)) throw;
    History unknown;
    unknown.tip = question.tip;
    unknown.is_cut_off = true;
    return unknown;
  }
}

std::optional<ChangeTime> time_of(const History& history, std::string_view path, bool last) {
  const FileHistory* file = history.find(path);
  if (file == nullptr || file->changes.empty() || (!last && file->is_cut_off)) return std::nullopt;
  return history.commits[last ? file->changes.front() : file->changes.back()].authored;
}

}  // namespace

const FileHistory* History::find(std::string_view path) const {
  const auto found = std::lower_bound(files.begin(), files.end(), path, [](const FileHistory& file, std::string_view wanted) { return file.path < wanted; });
  return found == files.end() || found->path != path ? nullptr : &*found;
}

std::optional<ChangeTime> History::last_change(std::string_view path) const { return time_of(*this, path, true); }

std::optional<ChangeTime> History::first_publication(std::string_view path) const { return time_of(*this, path, false); }

Date day_of(const ChangeTime& time) {
  const std::chrono::sys_seconds local{std::chrono::seconds(time.seconds + std::int64_t{time.offset_minutes} * 60)};
  return Date(std::chrono::floor<std::chrono::days>(local));
}

std::optional<History> load_history(const ContentPlace& place, const std::string& revision, Memory memory) {
  if (place.repository.empty()) return std::nullopt;
  const GitRepository repository = open_repository(place.repository);
  auto tip = find_tip(*repository, revision);
  if (!tip && !revision.empty()) {
    find_revision(*repository, place, revision);  // throws where nothing is called that
    tip = find_tip(*repository, revision);
  }
  if (!tip) return std::nullopt;
  const Tip read = read_tip(*repository, *tip);
  IgnoredCommits ignored = load_ignored_commits(*repository, read.tree);
  const std::string prefix = revision.empty() ? place.content_prefix : find_revision(*repository, place, revision).prefix;
  const ContentId edge = load_clone_edge(*repository).id;
  const ContentId question = question_id(prefix, ignored, edge);
  auto history = memory == Memory::use ? load_kept_history(place.state_folder, question) : std::nullopt;
  if (!history || history->tip != *tip) {
    history = walk(*repository, {*tip, prefix, std::move(ignored.ids)}, history);
    if (!history->files.empty()) write_kept_history(place.state_folder, question, *history);
  }
  history->tip_time = read.committed;
  history->edge = edge;
  return history;
}

}  // namespace traff
