// git's index, looked at before libgit2 makes room for as many files as it says it has.
#pragma once

#include <git2.h>

#include <cstddef>

namespace traff {

// How many entries it has; 0 when it is not there. Throws Failure W18 when it is there and is not whole.
std::size_t require_whole_index(git_repository& repository);

}  // namespace traff
