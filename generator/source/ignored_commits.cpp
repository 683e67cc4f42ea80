#include "source/ignored_commits.h"

#include "base/failure.h"
#include "base/text.h"

namespace traff {

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
  if (git_tree_lookup(&read, &repository, &oid) < 0) throw Failure("W16", {git_repository_path(&repository), git_cause()});
  const GitTree root(read);
  const git_tree_entry* const entry = git_tree_entry_byname(read, ".git-blame-ignore-revs");
  if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return {};
  IgnoredCommits ignored{to_content_id(*git_tree_entry_id(entry)), {}};
  if (const auto text = find_blob(repository, *ignored.list)) ignored.ids = parse_ignored_commits(*text);
  return ignored;
}

}  // namespace traff
