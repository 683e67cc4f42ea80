// The repository that a folder lies in, where git would look for one. What is there but cannot be opened stops the run:
// without its rules nobody can tell what is to be kept private.
#pragma once

#include <string>

#include "git/git_handle.h"

namespace traff {

// Of a `.git` in the folder (absolute, without links) or above it on the same disk, or the folder itself when that is a
// bare repository or a .git folder; null when there is none.
// Throws Failure: W1 when it cannot be told, W12 when that takes permission, W63 when a `.git` is no whole repository,
// W64 when objects that it borrows are gone, and as open_repository.
GitRepository find_repository(const std::string& folder);

}  // namespace traff
