// Why an object could not be had: damage, or a clone that was made without it.
#pragma once

#include "base/failure.h"
#include "git/git_handle.h"

namespace traff {

// Whether libgit2 gave `code` because an object is not there, and not because nothing is called that. To be asked
// before anything else is asked of libgit2.
bool is_missing_object(int code);

// Why libgit2 gave `code` instead of an object: W66 when the clone was made without some (`git clone --filter`) and
// this is one of them, W16 otherwise.
Failure object_failure(git_repository& repository, int code);

}  // namespace traff
