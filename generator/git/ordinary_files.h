// What git and libgit2 open without looking: a pipe there is waited for, a device has no end.
#pragma once

#include <string>

namespace traff {

// Throws Failure W70 when there is something that is neither a file nor a link to one.
void require_ordinary_file(const std::string& path);

// The same for all that is read when a repository is opened and its branches are looked up. `path` as for
// open_repository. Throws Failure W1 when the disk does not tell what is there.
void require_ordinary_files(const std::string& path);

}  // namespace traff
