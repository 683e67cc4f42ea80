// What git and libgit2 open without looking: a pipe there is waited for, a device has no end.
#pragma once

#include <git2.h>

#include <cstddef>
#include <string>

namespace traff {

// Throws Failure W70 when there is something that is neither a file nor a link to one.
void require_ordinary_file(const std::string& path);

// The same for all that is read when a repository is opened and its branches are looked up. `path` as for
// open_repository. Throws Failure W1 when the disk does not tell what is there.
void require_ordinary_files(const std::string& path);

// git's index, looked at before libgit2 makes room for as many files as it says it has.

// How many entries it has; 0 when it is not there. Throws Failure W18 when it is there and is not whole.
std::size_t require_whole_index(git_repository& repository);

}  // namespace traff
