#include "source/ignored_commits.h"

#include "base/text.h"
#include "git/object_failure.h"

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
