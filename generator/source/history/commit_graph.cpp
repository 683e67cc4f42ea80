#include "source/history/commit_graph.h"

#include <algorithm>
#include <cassert>
#include <queue>
#include <unordered_map>
#include <utility>

#include "base/diagnostic.h"
#include "base/text.h"
#include "git/repository.h"
#include "git/trees.h"

namespace traff {

namespace {

// First the youngest; of equally young ones the first found.
struct Waiting {
  std::int64_t committed;
  std::uint32_t number;
  bool operator<(const Waiting& other) const {
    return committed != other.committed ? committed < other.committed : number > other.number;
  }
};

class GraphLoader {
 public:
  GraphLoader(git_repository& repository, std::optional<ContentId> known)
      : repository_(repository), known_(known), edge_(load_clone_edge(repository)) {}

  CommitGraph run(const ContentId& tip) {
    find(tip);
    while (open_ > 0) visit_next();
    return in_order();
  }

 private:
  struct Seen {
    GraphCommit commit;
    bool visited = false;
    bool is_old = false;  // leads to the known commit, or is it
    std::uint32_t children = 0;
  };

  std::uint32_t find(const ContentId& id) {
    if (const auto found = numbers_.find(id); found != numbers_.end()) return found->second;
    const git_oid oid = to_git_oid(id);
    git_commit* read = nullptr;
    const int code = git_commit_lookup(&read, &repository_, &oid);
    if (code < 0) throw object_failure(repository_, code);
    const GitCommit commit(read);
    const auto number = static_cast<std::uint32_t>(seen_.size());
    const git_time author = git_commit_author(read)->when;
    seen_.push_back(
        {{id, to_content_id(*git_commit_tree_id(read)), {author.time, author.offset}, git_commit_time(read), {}}});
    parents_.emplace_back();
    seen_.back().commit.is_cut_off = is_cut_off(edge_, *read);
    const unsigned count = seen_.back().commit.is_cut_off ? 0 : git_commit_parentcount(read);
    for (unsigned i = 0; i < count; ++i) parents_.back().push_back(to_content_id(*git_commit_parent_id(read, i)));
    numbers_.emplace(id, number);
    seen_.back().is_old = known_ == id;
    if (!seen_.back().is_old) ++open_;
    waiting_.push({git_commit_time(read), number});
    return number;
  }

  void visit_next() {
    assert(!waiting_.empty());
    const std::uint32_t number = waiting_.top().number;
    waiting_.pop();
    seen_[number].visited = true;
    if (!seen_[number].is_old) --open_;
    for (const ContentId& id : std::vector<ContentId>(std::move(parents_[number]))) {
      const std::uint32_t parent = find(id);
      seen_[number].commit.parents.push_back(parent);
      if (seen_[number].is_old) make_old(parent);
    }
  }

  // A clock set wrong may have had it visited already: it then counts as new, which costs time and harms nothing.
  void make_old(std::uint32_t number) {
    if (seen_[number].is_old || seen_[number].visited) return;
    seen_[number].is_old = true;
    --open_;
  }

  bool is_known(const Seen& seen) const { return known_ == seen.commit.id; }
  bool is_in(const Seen& seen) const { return !seen.is_old || is_known(seen); }

  CommitGraph in_order() {
    for (const Seen& seen : seen_) {
      if (!is_in(seen) || is_known(seen)) continue;
      for (const std::uint32_t parent : seen.commit.parents) ++seen_[parent].children;
    }
    CommitGraph graph;
    std::vector<std::uint32_t> places(seen_.size(), GraphCommit::outside);
    std::priority_queue<Waiting> ready;
    ready.push({0, 0});
    while (!ready.empty()) {
      const std::uint32_t number = ready.top().number;
      ready.pop();
      places[number] = static_cast<std::uint32_t>(graph.commits.size());
      graph.commits.push_back(std::move(seen_[number].commit));
      GraphCommit& commit = graph.commits.back();
      if (known_ == commit.id) graph.known = places[number], commit.parents.clear();
      for (const std::uint32_t parent : commit.parents) {
        Seen& next = seen_[parent];
        if (--next.children == 0 && is_in(next)) ready.push({next.commit.committed, parent});
      }
    }
    for (GraphCommit& commit : graph.commits) {
      for (std::uint32_t& parent : commit.parents) parent = places[parent];
    }
    return graph;
  }

  git_repository& repository_;
  std::optional<ContentId> known_;
  CloneEdge edge_;
  std::vector<Seen> seen_;
  std::vector<std::vector<ContentId>> parents_;  // of those not yet visited
  std::unordered_map<ContentId, std::uint32_t> numbers_;
  std::priority_queue<Waiting> waiting_;
  std::size_t open_ = 0;  // commits waiting that are not old
};

}  // namespace

CommitGraph load_commit_graph(git_repository& repository, const ContentId& tip, const std::optional<ContentId>& known) {
  return GraphLoader(repository, known).run(tip);
}

std::unordered_set<ContentId> parse_ignored_commits(std::string_view text) {
  std::unordered_set<ContentId> ids;
  for (const std::string_view line : split_lines(text)) {
    if (const auto id = content_id_from_hex(trim(line.substr(0, line.find('#'))))) ids.insert(*id);
  }
  return ids;
}

IgnoredCommits load_ignored_commits(git_repository& repository, const ContentId& tree) {
  const git_oid oid = to_git_oid(tree);
  git_tree* read = nullptr;
  const int code = git_tree_lookup(&read, &repository, &oid);
  if (code < 0) throw object_failure(repository, code);
  const GitTree root(read);
  const git_tree_entry* const entry = git_tree_entry_byname(read, ".git-blame-ignore-revs");
  if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return {};
  IgnoredCommits ignored{to_content_id(*git_tree_entry_id(entry)), {}};
  const auto text = find_blob(repository, *ignored.list);
  if (!text) throw object_failure(repository, GIT_ENOTFOUND);
  ignored.ids = parse_ignored_commits(*text);
  return ignored;
}

}  // namespace traff
