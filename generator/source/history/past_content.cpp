#include "source/history/past_content.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/byte_stream.h"
#include "base/diagnostic.h"
#include "base/text.h"
#include "base/unicode.h"
#include "disk/state.h"
#include "git/repository.h"
#include "git/trees.h"
#include "source/history/commit_graph.h"
#include "source/history/history.h"
#include "source/path_rules.h"
#include "source/revision.h"
#include "source/source_tree.h"

namespace traff {

namespace {

// Trees may name one another again and again.
constexpr std::size_t most_entries = 1'000'000;

struct Commit {
  ContentId tree;
  std::vector<ContentId> parents;  // their trees; none where a shallow clone ends
  bool is_cut_off = false;
};

bool is_plain_file(const git_tree_entry& entry) {
  const git_filemode_t mode = git_tree_entry_filemode(&entry);
  return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

// By the name the disk of its author gave it: NFC, or letters and their dots apart.
const git_tree_entry* entry_called(const git_tree& tree, const std::string& name) {
  if (const git_tree_entry* const entry = git_tree_entry_byname(&tree, name.c_str())) return entry;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (std::size_t i = 0; !plain && i < git_tree_entrycount(&tree); ++i) {
    const git_tree_entry* const entry = git_tree_entry_byindex(&tree, i);
    if (to_nfc(git_tree_entry_name(entry)) == name) return entry;
  }
  return nullptr;
}

struct Folder {
  ContentId tree;
  std::string path;  // in the content, "" or ending in '/'
};

}  // namespace

struct PastContent::State {
  State(GitRepository opened, std::string content_prefix)
      : repository(std::move(opened)),
        trees(*repository),
        edge(load_clone_edge(*repository)),
        prefix(std::move(content_prefix)) {}

  std::optional<ContentId> folder(const ContentId& root, std::string_view path) {
    std::optional<ContentId> found = root;
    for (const std::string_view name : split(path, '/')) {
      if (!found || name.empty()) continue;
      const git_tree_entry* const entry = entry_called(*trees.read(*found), std::string(name));
      const bool is_folder = entry != nullptr && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
      found = is_folder ? std::optional(to_content_id(*git_tree_entry_id(entry))) : std::nullopt;
    }
    return found;
  }

  Commit commit(const ContentId& id) {
    const git_oid oid = to_git_oid(id);
    git_commit* read = nullptr;
    if (const int code = git_commit_lookup(&read, repository.get(), &oid); code < 0)
      throw object_failure(*repository, code);
    const GitCommit keep(read);
    Commit found{to_content_id(*git_commit_tree_id(read)), {}, is_cut_off(edge, *read)};
    const unsigned count = found.is_cut_off ? 0 : git_commit_parentcount(read);
    for (unsigned i = 0; i < count; ++i) {
      git_commit* parent = nullptr;
      if (const int code = git_commit_parent(&parent, read, i); code < 0) throw object_failure(*repository, code);
      const GitCommit keep_parent(parent);
      found.parents.push_back(to_content_id(*git_commit_tree_id(parent)));
    }
    return found;
  }

  void list(const Folder& folder, std::vector<Folder>& waiting, std::vector<SourceFile>& files) {
    const auto tree = trees.read(folder.tree);
    if (git_tree_entry_byname(tree.get(), std::string(site_manifest_name).c_str()) != nullptr) return;
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
      const git_tree_entry& entry = *git_tree_entry_byindex(tree.get(), i);
      const std::string raw = git_tree_entry_name(&entry);
      if (odd_name(folder.path + raw)) continue;
      const std::string path = folder.path + to_nfc(raw);
      const ContentId id = to_content_id(*git_tree_entry_id(&entry));
      if (git_tree_entry_type(&entry) == GIT_OBJECT_TREE) {
        if (!is_hidden_folder(path) && !is_hidden_name(raw)) waiting.push_back({id, path + "/"});
      } else if (is_plain_file(entry) && !is_hidden_name(raw)) {
        files.push_back({path, id});
      }
    }
  }

  GitRepository repository;
  TreeReader trees;
  CloneEdge edge;
  std::string prefix;
};

PastContent::PastContent(const ContentPlace& place, std::string prefix)
    : state_(std::make_unique<State>(open_repository(place.repository), std::move(prefix))) {}

PastContent::~PastContent() = default;

std::optional<ContentId> PastContent::tree_of(const std::string& revision) const {
  const GitObject commit = load_named_commit(*state_->repository, revision);
  if (!commit) return std::nullopt;
  return to_content_id(*git_commit_tree_id(reinterpret_cast<const git_commit*>(commit.get())));
}

std::optional<ContentId> PastContent::folder(const ContentId& tree, std::string_view path) const {
  return state_->folder(tree, state_->prefix + std::string(path));
}

std::vector<SourceFile> PastContent::files(const ContentId& tree, std::string_view below) const {
  std::vector<SourceFile> files;
  const auto root = folder(tree, below);
  if (!root) return files;
  std::vector<Folder> waiting{{*root, std::string(below)}};
  for (std::size_t seen = 0; !waiting.empty() && seen + files.size() < most_entries; ++seen) {
    const Folder next = std::move(waiting.back());
    waiting.pop_back();
    state_->list(next, waiting, files);
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::optional<ContentId> PastContent::file(const ContentId& tree, std::string_view path) const {
  const std::size_t name = path.rfind('/') + 1;
  const auto folder = state_->folder(tree, state_->prefix + std::string(path.substr(0, name)));
  if (!folder) return std::nullopt;
  const git_tree_entry* const entry = entry_called(*state_->trees.read(*folder), std::string(path.substr(name)));
  if (entry == nullptr || !is_plain_file(*entry)) return std::nullopt;
  return to_content_id(*git_tree_entry_id(entry));
}

std::optional<FileStep> PastContent::step_of(const ContentId& id, const std::string& path) const {
  const Commit commit = state_->commit(id);
  const auto after = file(commit.tree, path);
  if (!after) return std::nullopt;
  FileStep step{0, path, path, std::nullopt, *after};
  for (const ContentId& parent : commit.parents) {
    step.before = file(parent, path);
    if (step.before) return step;
  }
  if (commit.parents.empty()) return commit.is_cut_off ? std::nullopt : std::optional(step);
  std::size_t looked_at = 0;
  const auto enters = [&](const std::string&) { return ++looked_at < most_removed_files; };
  compare_trees(state_->trees, commit.parents.front(), commit.tree, enters, [&](const DifferentFile& removed) {
    if (step.before || removed.is_in_other || removed.id != *after || !removed.path.starts_with(state_->prefix)) return;
    step.path_before = to_nfc(removed.path.substr(state_->prefix.size()));
    if (!is_hidden_path(step.path_before)) step.before = removed.id;
  });
  if (!step.before) step.path_before = path;
  return step;
}

std::unordered_set<ContentId> PastContent::ignored_commits(const ContentId& commit) const {
  return load_ignored_commits(*state_->repository, state_->commit(commit).tree).ids;
}

std::string PastContent::read(const ContentId& blob) const {
  auto bytes = find_blob(*state_->repository, blob);
  if (!bytes) throw object_failure(*state_->repository, GIT_ENOTFOUND);
  return std::move(*bytes);
}

template <class Stream, class Type>
  requires DescribesLike<Type, MainlineCommit>
void describe(Stream& stream, Type& commit) {
  stream(commit.id);
  stream(commit.tree);
  stream(commit.committed.seconds);
  stream(commit.committed.offset_minutes);
}

namespace {

constexpr const char* mainline_name = "source.mainline";
constexpr std::uint32_t mainline_format = 3;

struct KeptMainline {
  std::uint32_t version = mainline_format;
  ContentId edge;  // of the clone it was read in
  Mainline mainline;
};

template <class Stream, class Type>
  requires DescribesLike<Type, KeptMainline>
void describe(Stream& stream, Type& kept) {
  stream(kept.version);
  stream(kept.edge);
  stream(kept.mainline.commits);
  stream(kept.mainline.is_cut_off);
}

Mainline load_kept(const std::string& state_folder, const ContentId& edge) {
  const auto bytes = read_state_file(state_folder, mainline_name);
  auto kept = bytes ? from_bytes<KeptMainline>(*bytes) : std::nullopt;
  return kept && kept->version == mainline_format && kept->edge == edge ? std::move(kept->mainline) : Mainline{};
}

GitCommit load_commit(git_repository& repository, const ContentId& id) {
  const git_oid oid = to_git_oid(id);
  git_commit* read = nullptr;
  const int code = git_commit_lookup(&read, &repository, &oid);
  if (code < 0) throw object_failure(repository, code);
  return GitCommit(read);
}

}  // namespace

const MainlineCommit* Mainline::at_end_of(const Date& day) const {
  const auto found = std::find_if(commits.begin(), commits.end(),
                                  [&](const MainlineCommit& commit) { return day_of(commit.committed) <= day; });
  return found == commits.end() ? nullptr : &*found;
}

Mainline load_mainline(const ContentPlace& place, const ContentId& tip, Memory memory) {
  const GitRepository repository = open_repository(place.repository);
  const CloneEdge edge = load_clone_edge(*repository);
  const Mainline kept = memory == Memory::use ? load_kept(place.state_folder, edge.id) : Mainline{};
  std::unordered_map<ContentId, std::size_t> known;
  for (std::size_t i = 0; i < kept.commits.size(); ++i) known.emplace(kept.commits[i].id, i);
  Mainline found;
  for (std::optional<ContentId> next = tip; next;) {
    if (const auto at = known.find(*next); at != known.end()) {
      found.commits.insert(found.commits.end(), kept.commits.begin() + static_cast<std::ptrdiff_t>(at->second),
                           kept.commits.end());
      found.is_cut_off = kept.is_cut_off;
      if (found.commits.size() == kept.commits.size()) return found;
      break;
    }
    const GitCommit commit = load_commit(*repository, *next);
    found.is_cut_off = is_cut_off(edge, *commit);
    found.commits.push_back({*next,
                             to_content_id(*git_commit_tree_id(commit.get())),
                             {git_commit_time(commit.get()), git_commit_time_offset(commit.get())}});
    const bool is_last = found.is_cut_off || git_commit_parentcount(commit.get()) == 0;
    next = is_last ? std::nullopt : std::optional(to_content_id(*git_commit_parent_id(commit.get(), 0)));
  }
  write_state_file(place.state_folder, mainline_name, to_bytes(KeptMainline{mainline_format, edge.id, found}));
  return found;
}

}  // namespace traff
