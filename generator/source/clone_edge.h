// Where the commits of a clone end before those of its origin do, as `git clone --depth` makes it.
#pragma once

#include "base/content_id.h"
#include "git/git_handle.h"

namespace traff {

// The same id, the same end, of a whole clone too: what is known of older commits holds for as long as it is the same.
ContentId clone_edge(const git_repository& repository);

}  // namespace traff
