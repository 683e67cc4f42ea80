// A commit, branch, tag or tree by the name people give it, and the part of it that is content.
#pragma once

#include <string>

#include "git/repository.h"
#include "source/source_tree.h"

namespace traff {

struct Revision {
  GitTree tree;        // of the content root
  std::string prefix;  // where that lies in the repository, "content/" or ""
};

// Whether HEAD names a commit; before the first one it names none. Throws Failure W18.
bool has_commit(git_repository& repository);

// A commit by the name people give it; null when nothing, or something else, is called that. Throws
// Failure W16, W66.
GitObject load_named_commit(git_repository& repository, const std::string& name);

// The same one's id. Throws Failure W13 too, when there is none.
ContentId load_commit_id(git_repository& repository, const std::string& name);

// `name` empty means HEAD. Throws Failure: W13 unknown, W14 no commit yet, W16 damaged, W66 the clone was
// made without it, W20 the content's folder is not in it.
Revision open_revision(git_repository& repository, const ContentPlace& place, const std::string& name);

}  // namespace traff
