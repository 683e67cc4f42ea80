// Gives an open repository our own reading of objects in place of libgit2's, which believes what damaged files say.
#pragma once

#include <git2.h>

namespace traff {

// Every error of reading an object is then libgit2's GIT_ERROR, with the file as its text; GIT_ENOTFOUND means that
// nothing is damaged and the object is not there. Objects are not written through it. Throws ObjectDamage.
void read_objects_ourselves(git_repository& repository);

}  // namespace traff
