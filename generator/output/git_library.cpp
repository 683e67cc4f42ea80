#include "output/git_library.h"

#include <git2.h>

namespace traff {

GitLibrary::GitLibrary() {
  git_libgit2_init();
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}

GitLibrary::~GitLibrary() { git_libgit2_shutdown(); }

}  // namespace traff
