#include "git/trees.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/file.h"
#include "git/repository.h"

namespace traff {

namespace {

constexpr std::size_t most_known_trees = 20'000;

bool is_file(const git_tree_entry& entry) { return git_tree_entry_type(&entry) == GIT_OBJECT_BLOB; }
bool is_folder(const git_tree_entry& entry) { return git_tree_entry_type(&entry) == GIT_OBJECT_TREE; }

bool is_same(const git_tree_entry& a, const git_tree_entry& b) {
  return git_oid_equal(git_tree_entry_id(&a), git_tree_entry_id(&b)) &&
         git_tree_entry_filemode(&a) == git_tree_entry_filemode(&b);
}

std::optional<ContentId> folder_id(const git_tree_entry* entry) {
  if (entry == nullptr || !is_folder(*entry)) return std::nullopt;
  return to_content_id(*git_tree_entry_id(entry));
}

struct FolderPair {
  std::string path;
  ContentId tree;
  std::optional<ContentId> other;
};

// The entry of the same name, found by going along: both lists are sorted alike, but for a name that is a file in one
// and a folder in the other.
class Companion {
 public:
  explicit Companion(const git_tree* tree) : tree_(tree), count_(tree == nullptr ? 0 : git_tree_entrycount(tree)) {}

  const git_tree_entry* of(const git_tree_entry& entry) {
    while (at_ < count_) {
      const git_tree_entry* const candidate = git_tree_entry_byindex(tree_, at_);
      const int order = git_tree_entry_cmp(candidate, &entry);
      if (order > 0) break;
      ++at_;
      if (order == 0) return candidate;
    }
    return nullptr;
  }

 private:
  const git_tree* tree_;
  std::size_t count_;
  std::size_t at_ = 0;
};

}  // namespace

std::shared_ptr<const git_tree> TreeReader::read(const ContentId& id) {
  if (const auto found = known_.find(id); found != known_.end()) return found->second;
  if (known_.size() >= most_known_trees) known_.clear();
  const git_oid oid = to_git_oid(id);
  git_tree* tree = nullptr;
  const int code = git_tree_lookup(&tree, &repository_, &oid);
  if (code < 0) throw object_failure(repository_, code);
  return known_.emplace(id, std::shared_ptr<const git_tree>(tree, GitRelease<git_tree_free>())).first->second;
}

std::optional<ContentId> TreeReader::folder(const ContentId& root, const std::string& path) {
  std::optional<ContentId> found = root;
  for (const std::string_view name : split(path, '/')) {
    if (!found || name.empty()) continue;
    found = folder_id(git_tree_entry_byname(read(*found).get(), std::string(name).c_str()));
  }
  return found;
}

void compare_trees(TreeReader& trees, const ContentId& tree, const std::optional<ContentId>& other,
                   const std::function<bool(const std::string&)>& enters,
                   const std::function<void(const DifferentFile&)>& found) {
  std::vector<FolderPair> waiting{{"", tree, other}};
  while (!waiting.empty()) {
    const FolderPair pair = std::move(waiting.back());
    waiting.pop_back();
    if (pair.other == pair.tree) continue;
    const auto own = trees.read(pair.tree);
    const auto others = pair.other ? trees.read(*pair.other) : nullptr;
    Companion companion(others.get());
    for (std::size_t i = 0; i < git_tree_entrycount(own.get()); ++i) {
      const git_tree_entry& entry = *git_tree_entry_byindex(own.get(), i);
      const git_tree_entry* const twin = companion.of(entry);
      if (twin != nullptr && is_same(entry, *twin)) continue;
      const ContentId id = to_content_id(*git_tree_entry_id(&entry));
      std::string path = pair.path + git_tree_entry_name(&entry);
      if (is_folder(entry)) {
        path += '/';
        if (enters(path)) waiting.push_back({std::move(path), id, folder_id(twin)});
      } else if (is_file(entry)) {
        found({path, id, twin != nullptr && is_file(*twin)});
      }
    }
  }
}

CloneEdge load_clone_edge(const git_repository& repository) {
  const std::string path = std::string(git_repository_commondir(&repository)) + "shallow";
  const DiskRead read = read_disk_file(path);
  if (read.error != 0 && read.error != ENOENT) throw Failure(code::W1(path, error_text(read.error)));
  CloneEdge edge{content_id(read.bytes), {}};
  for (const std::string_view line : split_lines(read.bytes)) {
    if (const auto id = content_id_from_hex(trim(line))) edge.commits.insert(*id);
  }
  return edge;
}

bool is_cut_off(const CloneEdge& edge, const git_commit& commit) {
  if (!edge.commits.contains(to_content_id(*git_commit_id(&commit)))) return false;
  return std::string_view(git_commit_raw_header(&commit)).find("\nparent ") != std::string_view::npos;
}

bool is_promised_only(const Failure& failure) { return failure.code == code::W66; }

}  // namespace traff
