#include "source/revision.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/file.h"
#include "git/repository.h"
#include "git/trees.h"
#include "source/source_tree.h"

namespace traff {

namespace {

constexpr std::size_t most_shown_names = 8;

// Branches and tags as people write them.
std::vector<std::string> known_names(git_repository& repository) {
  git_strarray references{};
  if (git_reference_list(&references, &repository) < 0) throw repository_failure(repository);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < references.count; ++i) {
    for (const std::string_view kind : {"refs/heads/", "refs/tags/", "refs/remotes/"}) {
      const std::string_view name = references.strings[i];
      if (name.starts_with(kind)) names.emplace_back(name.substr(kind.size()));
    }
  }
  git_strarray_dispose(&references);
  std::sort(names.begin(), names.end());
  return names;
}

Words why_unknown(int code) {
  if (code == GIT_ENOTFOUND) return {"ingen gren, tagg eller commit heter så", "no branch, tag or commit is called so"};
  if (code == GIT_EAMBIGUOUS) return {"mer än en commit börjar så", "more than one commit begins so"};
  return git_cause();
}

Failure unknown_revision(git_repository& repository, const std::string& name, int code) {
  const Words cause = why_unknown(code);
  std::vector<std::string> names = known_names(repository);
  if (names.empty() && !has_commit(repository)) return Failure(code::W14(git_repository_path(&repository)));
  if (names.size() > most_shown_names) {
    names.resize(most_shown_names);
    names.push_back("…");
  }
  return Failure(code::W13(name, cause, join(names, ", ")));
}

// Why there is nothing of that name. A shallow clone lacks what lies before its end.
bool is_no_name(git_repository& repository, int code) {
  if (is_missing_object(code)) return !load_clone_edge(repository).commits.empty();
  return code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC || code == GIT_EAMBIGUOUS || code == GIT_EPEEL;
}

Failure no_revision(git_repository& repository, const std::string& name, int code) {
  return is_no_name(repository, code) ? unknown_revision(repository, name, code) : object_failure(repository, code);
}

GitTree root_tree(git_repository& repository, const std::string& name) {
  git_object* object = nullptr;
  int code = git_revparse_single(&object, &repository, name.c_str());
  const GitObject keep(object);
  git_object* tree = nullptr;
  if (code == 0) code = git_object_peel(&tree, object, GIT_OBJECT_TREE);
  if (code < 0) throw no_revision(repository, name, code);
  return GitTree(reinterpret_cast<git_tree*>(tree));
}

// The folder `path` of `root`; null when it has none.
GitTree folder_of(git_repository& repository, const git_tree& root, const std::string& path) {
  git_tree_entry* entry = nullptr;
  int code = git_tree_entry_bypath(&entry, &root, path.c_str());
  if (code == GIT_ENOTFOUND && !is_missing_object(code)) return nullptr;
  if (code < 0) throw object_failure(repository, code);
  const GitTreeEntry keep(entry);
  if (git_tree_entry_type(entry) != GIT_OBJECT_TREE) return nullptr;
  git_tree* tree = nullptr;
  code = git_tree_lookup(&tree, &repository, git_tree_entry_id(entry));
  if (code < 0) throw object_failure(repository, code);
  return GitTree(tree);
}

// libgit2 takes a list of packed branches that it cannot look at for none at all.
void refuse_hidden_branch(git_repository& repository) {
  const std::string path = std::string(git_repository_commondir(&repository)) + "packed-refs";
  const DiskRead packed = read_disk_file(path);
  if (packed.error == ENOENT) return;
  if (packed.error != 0) throw Failure(code::W1(path, error_text(packed.error)));
  git_reference* read = nullptr;
  if (git_reference_lookup(&read, &repository, "HEAD") < 0) throw repository_failure(repository);
  const GitReference head(read);
  const char* const branch = git_reference_symbolic_target(read);
  if (branch == nullptr || packed.bytes.find(" " + std::string(branch) + "\n") != std::string::npos)
    throw repository_failure(repository);
}

}  // namespace

bool has_commit(git_repository& repository) {
  const int unborn = git_repository_head_unborn(&repository);
  if (unborn < 0) throw repository_failure(repository);
  if (unborn != 0) refuse_hidden_branch(repository);
  return unborn == 0;
}

namespace {

// `code`: why there is none.
GitObject load_commit(git_repository& repository, const std::string& name, int& code) {
  git_object* object = nullptr;
  code = git_revparse_single(&object, &repository, name.c_str());
  const GitObject keep(object);
  git_object* commit = nullptr;
  if (code == 0) code = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
  if (code < 0 && !is_no_name(repository, code)) throw object_failure(repository, code);
  return GitObject(commit);
}

}  // namespace

GitObject load_named_commit(git_repository& repository, const std::string& name) {
  int code = 0;
  return load_commit(repository, name, code);
}

ContentId load_commit_id(git_repository& repository, const std::string& name) {
  int code = 0;
  const GitObject commit = load_commit(repository, name, code);
  if (!commit) throw unknown_revision(repository, name, code);
  return to_content_id(*git_object_id(commit.get()));
}

Revision open_revision(git_repository& repository, const ContentPlace& place, const std::string& name) {
  const std::string wanted = name.empty() ? "HEAD" : name;
  GitTree root = root_tree(repository, wanted);
  const bool usual = place.content_prefix.empty() || place.content_prefix == "content/";
  const std::string prefix = usual ? "content/" : place.content_prefix;
  if (GitTree folder = folder_of(repository, *root, prefix.substr(0, prefix.size() - 1))) {
    return {std::move(folder), prefix};
  }
  if (!usual) throw Failure(code::W20(prefix, wanted));
  return {std::move(root), ""};
}

}  // namespace traff
