// A git repository for something new.
#pragma once

#include <string>

namespace traff {

// Makes the folder and a repository in it, whose first branch is main; one that is there already stays as it is.
// Throws Failure W2.
void make_repository(const std::string& folder);

}  // namespace traff
