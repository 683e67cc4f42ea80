// git's index, looked at before libgit2 makes room for as many files as it says it has.
#pragma once

#include <git2.h>

namespace traff {

// Throws Failure W18 when it is there and is not whole.
void require_whole_index(git_repository& repository);

}  // namespace traff
