#include "source/revision_tree.h"

#include <cassert>
#include <optional>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/parallel.h"
#include "git/repository.h"
#include "source/path_rules.h"
#include "source/revision.h"
#include "source/source_tree.h"

namespace traff {

namespace {

// Trees may name one another again and again, so a few bytes can stand for more files than there are atoms.
constexpr std::size_t most_entries = 1'000'000;

class RevisionTree : public SourceTree {
 public:
  RevisionTree(const ContentPlace& place, const std::string& revision, unsigned jobs);

  std::string read(std::size_t index) const override {
    assert(index < files_.size());
    return read_blob(*pool_.borrow(), files_[index].id);
  }

 private:
  struct Folder {
    GitTree tree;
    std::string path;  // "" or ending in '/'
  };

  void walk(git_repository& repository, GitTree root);
  void take(git_repository& repository, const git_tree_entry& entry, const std::string& path);
  void take_folder(git_repository& repository, const git_tree_entry& entry, const std::string& path);
  void take_file(git_repository& repository, const git_tree_entry& entry, const std::string& path);
  void drop_lfs_pointers(unsigned jobs);

  RepositoryPool pool_;
  std::vector<Folder> waiting_;
  std::vector<FoundFile> found_;
};

RevisionTree::RevisionTree(const ContentPlace& place, const std::string& revision, unsigned jobs)
    : pool_(place.repository) {
  {
    const auto repository = pool_.borrow();
    walk(*repository, open_revision(*repository, place, revision).tree);
  }
  drop_lfs_pointers(jobs);
  for (AdmittedFile& admitted : admit_files(found_, diagnostics_)) files_.push_back(std::move(admitted.file));
  found_ = {};
  sort_diagnostics(diagnostics_);
}

void RevisionTree::walk(git_repository& repository, GitTree root) {
  waiting_.push_back({std::move(root), ""});
  for (std::size_t seen = 0; !waiting_.empty();) {
    const Folder folder = std::move(waiting_.back());
    waiting_.pop_back();
    const std::size_t count = git_tree_entrycount(folder.tree.get());
    seen += count;
    if (seen > most_entries) throw Failure(code::W19(git_repository_path(&repository), most_entries));
    for (std::size_t i = 0; i < count; ++i) {
      const git_tree_entry& entry = *git_tree_entry_byindex(folder.tree.get(), i);
      take(repository, entry, folder.path + git_tree_entry_name(&entry));
    }
  }
}

void RevisionTree::take(git_repository& repository, const git_tree_entry& entry, const std::string& path) {
  const std::string_view name = git_tree_entry_name(&entry);
  const bool is_folder = git_tree_entry_type(&entry) == GIT_OBJECT_TREE;
  if (is_folder ? is_hidden_folder(path) : is_hidden_name(name)) return;
  auto odd = odd_name(path);
  if (!odd && name.find('/') != std::string_view::npos) {
    odd = path_diagnostic(code::P2(phrase::has_slash), path);
  }
  if (odd) {
    diagnostics_.push_back(std::move(*odd));
  } else if (is_folder) {
    take_folder(repository, entry, path);
  } else if (git_tree_entry_type(&entry) == GIT_OBJECT_COMMIT) {
    diagnostics_.push_back(submodule_diagnostic(path));
  } else {
    take_file(repository, entry, path);
  }
}

void RevisionTree::take_folder(git_repository& repository, const git_tree_entry& entry, const std::string& path) {
  git_tree* tree = nullptr;
  const int code = git_tree_lookup(&tree, &repository, git_tree_entry_id(&entry));
  if (code < 0) throw object_failure(repository, code);
  GitTree folder(tree);
  const bool is_site = git_tree_entry_byname(tree, std::string(site_manifest_name).c_str()) != nullptr;
  if (!is_site) waiting_.push_back({std::move(folder), path + "/"});
}

void RevisionTree::take_file(git_repository& repository, const git_tree_entry& entry, const std::string& path) {
  const ContentId id = to_content_id(*git_tree_entry_id(&entry));
  if (git_tree_entry_filemode(&entry) == GIT_FILEMODE_LINK) {
    found_.push_back({path, {}, read_blob(repository, id)});
  } else {
    found_.push_back({path, id, {}});
  }
}

void RevisionTree::drop_lfs_pointers(unsigned jobs) {
  std::vector<char> is_pointer(found_.size());
  for_each_index(found_.size(), jobs, [&](std::size_t i) {
    if (found_[i].link_target || !may_go_to_lfs(found_[i].raw_path)) return;
    is_pointer[i] = is_lfs_blob(*pool_.borrow(), found_[i].id);
  });
  std::vector<FoundFile> kept;
  kept.reserve(found_.size());
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (is_pointer[i] == 0) {
      kept.push_back(std::move(found_[i]));
    } else {
      diagnostics_.push_back(lfs_diagnostic(found_[i].raw_path));
    }
  }
  found_ = std::move(kept);
}

}  // namespace

void refuse_revision_outside_git(const ContentPlace& place, const std::string& revision) {
  if (place.repository.empty() && !revision.empty()) throw Failure(code::W65(place.content_folder, revision));
}

std::unique_ptr<SourceTree> load_revision(const ContentPlace& place, const std::string& revision, unsigned jobs) {
  refuse_revision_outside_git(place, revision);
  return std::make_unique<RevisionTree>(place, revision, jobs);
}

std::string content_prefix_in(const ContentPlace& place, const std::string& revision) {
  return open_revision(*open_repository(place.repository), place, revision).prefix;
}

}  // namespace traff
