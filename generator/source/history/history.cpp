#include "source/history/history.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/byte_stream.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/unicode.h"
#include "disk/state.h"
#include "git/repository.h"
#include "git/trees.h"
#include "source/history/commit_graph.h"
#include "source/revision.h"
#include "source/source_tree.h"

namespace traff {

template <class Stream, class Type>
  requires DescribesLike<Type, HistoryCommit>
void describe(Stream& stream, Type& commit) {
  stream(commit.id);
  stream(commit.authored.seconds);
  stream(commit.authored.offset_minutes);
}

template <class Stream, class Type>
  requires DescribesLike<Type, FileHistory>
void describe(Stream& stream, Type& file) {
  stream(file.path);
  stream(file.first_path);
  stream(file.changes);
  stream(file.is_cut_off);
}

namespace {

// One walk from the tip over all commits, each file handed from a commit to the parent that has it unchanged.

struct HistoryQuestion {
  ContentId tip;
  std::string prefix;                     // of the content root, "content/" or ""
  std::unordered_set<ContentId> ignored;  // commits that do not count as changes
};

constexpr std::size_t most_files = 1'000'000;

using Trace = std::uint32_t;  // a file of the tip under one of its names
using Traces = std::unordered_set<Trace>;

class HistoryWalk {
 public:
  HistoryWalk(git_repository& repository, const HistoryQuestion& question, const History* kept)
      : repository_(repository), question_(question), kept_(kept), trees_(repository) {}

  std::optional<History> run() {
    graph_ = load_commit_graph(repository_, question_.tip, kept_ == nullptr ? std::nullopt : std::optional(kept_->tip));
    if (kept_ != nullptr && !graph_.known) return std::nullopt;
    history_.tip = question_.tip;
    history_.commits_read = graph_.commits.size();
    pending_.resize(graph_.commits.size());
    list_files();
    for (std::uint32_t i = 0; i < graph_.commits.size(); ++i) {
      if (!pending_[i].empty()) visit(i);
      if (left_known_part_) return std::nullopt;
    }
    return finished();
  }

 private:
  struct TraceName {
    std::uint32_t file;
    std::string path;  // raw, in the repository
  };

  void list_files() {
    const auto root = trees_.folder(graph_.commits.front().tree, question_.prefix);
    if (!root) return;
    std::size_t seen = 0;
    const auto count = [&] {
      if (++seen > most_files) throw Failure(code::W19(git_repository_path(&repository_), most_files));
    };
    compare_trees(
        trees_, *root, std::nullopt, [&](const std::string&) { return count(), true; },
        [&](const DifferentFile& file) {
          count();
          const auto number = static_cast<std::uint32_t>(history_.files.size());
          history_.files.push_back({to_nfc(file.path), to_nfc(file.path), {}});
          pending_.front().insert(add_trace(number, question_.prefix + file.path));
        });
  }

  Trace add_trace(std::uint32_t file, std::string path) {
    const auto trace = static_cast<Trace>(traces_.size());
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      folders_.insert(path.substr(0, slash + 1));
    }
    by_path_[path].push_back(trace);
    traces_.push_back({file, std::move(path)});
    return trace;
  }

  void visit(std::uint32_t number) {
    Traces traces = std::exchange(pending_[number], {});
    if (graph_.known == number) return take_known(traces);
    const GraphCommit& commit = graph_.commits[number];
    if (commit.parents.empty()) return end_here(traces, commit);
    std::unordered_map<Trace, std::vector<std::uint32_t>>
        holders;  // of changed files: the parents that have them at all
    Traces changed = pass_on_unchanged(commit, std::move(traces), holders);
    if (changed.empty()) return;
    const bool counts = !question_.ignored.contains(commit.id);
    Traces added;
    for (const Trace trace : changed) {
      const auto holder = holders.find(trace);
      const bool is_new = holder == holders.end();
      if (is_new) added.insert(trace);
      if (is_new ? !commit.is_cut_off : counts) add_change(trace, commit);
      if (is_new) continue;
      for (const std::uint32_t parent : holder->second) hand_to(parent, trace);
    }
    if (commit.is_cut_off) return mark_cut_off(added);
    if (!added.empty()) follow_moved_files(commit, added);
  }

  // Gives those that every parent has otherwise or not at all.
  Traces pass_on_unchanged(const GraphCommit& commit, Traces traces,
                           std::unordered_map<Trace, std::vector<std::uint32_t>>& holders) {
    for (const std::uint32_t parent : commit.parents) {
      Traces changed;
      if (parent == GraphCommit::outside) {
        left_known_part_ = true;
        return {};
      }
      compare(commit.tree, graph_.commits[parent].tree, traces, [&](Trace trace, bool is_in_parent) {
        changed.insert(trace);
        if (is_in_parent) holders[trace].push_back(parent);
      });
      if (!changed.empty()) {
        for (const Trace trace : changed) traces.erase(trace);
      }
      hand_to(parent, std::move(traces));
      traces = std::move(changed);
      if (traces.empty()) break;
    }
    return traces;
  }

  template <class Found>
  void compare(const ContentId& tree, const ContentId& other, const Traces& wanted, Found found) {
    const auto enters = [&](const std::string& folder) { return folders_.contains(folder); };
    compare_trees(trees_, tree, other, enters, [&](const DifferentFile& file) {
      const auto known = by_path_.find(file.path);
      if (known == by_path_.end()) return;
      for (const Trace trace : known->second) {
        if (wanted.contains(trace)) found(trace, file.is_in_other);
      }
    });
  }

  void hand_to(std::uint32_t parent, Trace trace) {
    assert(parent != GraphCommit::outside);
    pending_[parent].insert(trace);
  }

  void hand_to(std::uint32_t parent, Traces traces) {
    Traces& there = pending_[parent];
    if (there.size() < traces.size()) std::swap(there, traces);
    there.insert(traces.begin(), traces.end());
  }

  void add_change(Trace trace, const GraphCommit& commit) {
    history_.files[traces_[trace].file].changes.push_back(number_of({commit.id, commit.authored}));
  }

  std::uint32_t number_of(const HistoryCommit& commit) {
    const auto [found, is_new] = numbers_.emplace(commit.id, static_cast<std::uint32_t>(history_.commits.size()));
    if (is_new) history_.commits.push_back(commit);
    return found->second;
  }

  void mark_cut_off(const Traces& traces) {
    for (const Trace trace : traces) history_.files[traces_[trace].file].is_cut_off = true;
  }

  void end_here(const Traces& traces, const GraphCommit& commit) {
    if (commit.is_cut_off) return mark_cut_off(traces);
    for (const Trace trace : traces) add_change(trace, commit);
  }

  // A file that was moved is missing from its old place and has the same bytes.
  void follow_moved_files(const GraphCommit& commit, const Traces& added) {
    const std::uint32_t parent = commit.parents.front();
    std::multimap<ContentId, std::string> removed = removed_files(commit, graph_.commits[parent]);
    if (removed.empty()) return;
    std::vector<Trace> in_order(added.begin(), added.end());
    std::sort(in_order.begin(), in_order.end());
    for (const Trace trace : in_order) {
      const auto id = file_id(commit.tree, traces_[trace].path);
      const auto from = id ? removed.find(*id) : removed.end();
      if (from == removed.end()) continue;
      name_first(traces_[trace].file, from->second);
      hand_to(parent, add_trace(traces_[trace].file, from->second));
      removed.erase(from);
    }
  }

  // A file that came from outside the content had no name there.
  void name_first(std::uint32_t file, const std::string& path) {
    if (path.starts_with(question_.prefix))
      history_.files[file].first_path = to_nfc(path.substr(question_.prefix.size()));
  }

  std::multimap<ContentId, std::string> removed_files(const GraphCommit& commit, const GraphCommit& parent) {
    std::multimap<ContentId, std::string> removed;
    std::size_t looked_at = 0;
    const auto enters = [&](const std::string&) { return ++looked_at < most_removed_files; };
    compare_trees(trees_, parent.tree, commit.tree, enters, [&](const DifferentFile& file) {
      if (!file.is_in_other && ++looked_at < most_removed_files) removed.emplace(file.id, file.path);
    });
    return removed;
  }

  std::optional<ContentId> file_id(const ContentId& tree, const std::string& path) {
    const std::size_t name = path.rfind('/') + 1;
    const auto folder = trees_.folder(tree, path.substr(0, name));
    if (!folder) return std::nullopt;
    const git_tree_entry* const entry = git_tree_entry_byname(trees_.read(*folder).get(), path.c_str() + name);
    if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return std::nullopt;
    return to_content_id(*git_tree_entry_id(entry));
  }

  void take_known(const Traces& traces) {
    for (const Trace trace : traces) {
      const std::string& path = traces_[trace].path;
      const FileHistory* known =
          path.starts_with(question_.prefix) ? kept_->find(to_nfc(path.substr(question_.prefix.size()))) : nullptr;
      if (known == nullptr) {
        left_known_part_ = true;
        return;
      }
      FileHistory& file = history_.files[traces_[trace].file];
      file.first_path = known->first_path;
      for (const std::uint32_t change : known->changes) file.changes.push_back(number_of(kept_->commits[change]));
      file.is_cut_off = file.is_cut_off || known->is_cut_off;
    }
  }

  History finished() {
    for (FileHistory& file : history_.files) {
      std::unordered_set<std::uint32_t> seen;
      std::erase_if(file.changes, [&](std::uint32_t change) { return !seen.insert(change).second; });
      history_.is_cut_off = history_.is_cut_off || file.is_cut_off;
    }
    std::sort(history_.files.begin(), history_.files.end(),
              [](const FileHistory& a, const FileHistory& b) { return a.path < b.path; });
    return std::move(history_);
  }

  git_repository& repository_;
  const HistoryQuestion& question_;
  const History* kept_;
  TreeReader trees_;
  CommitGraph graph_;
  History history_;
  std::vector<Traces> pending_;  // per commit: the files it may have changed
  std::vector<TraceName> traces_;
  std::unordered_map<std::string, std::vector<Trace>> by_path_;
  std::unordered_set<std::string> folders_;               // that a trace lies in, with all above
  std::unordered_map<ContentId, std::uint32_t> numbers_;  // of history_.commits
  bool left_known_part_ = false;
};

// `kept` is the answer to the same question for an earlier tip. Nothing when it cannot be continued from there: then
// ask without. Throws Failure W16; W19 when there are too many files.
std::optional<History> walk_history(git_repository& repository, const HistoryQuestion& question, const History* kept) {
  return HistoryWalk(repository, question, kept).run();
}

// The last answer about the history, kept in the state folder. Everything works without it, only slower.

constexpr const char* file_name = "source.history";
constexpr std::uint32_t format = 2;

struct KeptHistory {
  std::uint32_t version = format;
  ContentId question;
  History history;
};

template <class Stream, class Type>
  requires DescribesLike<Type, KeptHistory>
void describe(Stream& stream, Type& kept) {
  stream(kept.version);
  stream(kept.question);
  stream(kept.history.tip);
  stream(kept.history.commits);
  stream(kept.history.files);
  stream(kept.history.is_cut_off);
}

bool is_whole(const History& history) {
  return std::all_of(history.files.begin(), history.files.end(), [&](const FileHistory& file) {
    return std::all_of(file.changes.begin(), file.changes.end(),
                       [&](std::uint32_t change) { return change < history.commits.size(); });
  });
}

// Nothing when there is none, it is damaged, or it answers another question than `question` names.
std::optional<History> load_kept_history(const std::string& state_folder, const ContentId& question) {
  const auto bytes = read_state_file(state_folder, file_name);
  auto kept = bytes ? from_bytes<KeptHistory>(*bytes) : std::nullopt;
  if (!kept || kept->version != format || kept->question != question || !is_whole(kept->history)) return std::nullopt;
  return std::move(kept->history);
}

// Goes on silently when nothing can be written.
void write_kept_history(const std::string& state_folder, const ContentId& question, const History& history) {
  write_state_file(state_folder, file_name, to_bytes(KeptHistory{format, question, history}));
}

// Nothing when `revision` names a tree, or nothing that can be found, or HEAD no commit yet.
std::optional<ContentId> load_tip_id(git_repository& repository, const std::string& revision) {
  if (revision.empty() && !has_commit(repository)) return std::nullopt;
  const GitObject commit = load_named_commit(repository, revision.empty() ? "HEAD" : revision);
  if (!commit && revision.empty()) throw object_failure(repository, GIT_ENOTFOUND);
  return commit ? std::optional(to_content_id(*git_object_id(commit.get()))) : std::nullopt;
}

struct Tip {
  ContentId tree;
  ChangeTime committed;
};

Tip load_tip(git_repository& repository, const ContentId& commit) {
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
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const FileHistory& file, std::string_view wanted) { return file.path < wanted; });
  return found == files.end() || found->path != path ? nullptr : &*found;
}

std::optional<ChangeTime> History::last_change(std::string_view path) const { return time_of(*this, path, true); }

std::optional<ChangeTime> History::first_publication(std::string_view path) const {
  return time_of(*this, path, false);
}

Date day_of(const ChangeTime& time) {
  const std::chrono::sys_seconds local{std::chrono::seconds(time.seconds + std::int64_t{time.offset_minutes} * 60)};
  return Date(std::chrono::floor<std::chrono::days>(local));
}

std::optional<History> load_history(const ContentPlace& place, const std::string& revision, Memory memory) {
  if (place.repository.empty()) return std::nullopt;
  const GitRepository repository = open_repository(place.repository);
  auto tip = load_tip_id(*repository, revision);
  if (!tip && !revision.empty()) {
    open_revision(*repository, place, revision);  // throws where nothing is called that
    tip = load_tip_id(*repository, revision);
  }
  if (!tip) return std::nullopt;
  const Tip read = load_tip(*repository, *tip);
  IgnoredCommits ignored = load_ignored_commits(*repository, read.tree);
  const std::string prefix =
      revision.empty() ? place.content_prefix : open_revision(*repository, place, revision).prefix;
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
