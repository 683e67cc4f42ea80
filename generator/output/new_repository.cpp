#include "output/new_repository.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "base/failure.h"
#include "git/git_handle.h"

namespace traff {

void make_repository(const std::string& folder) {
  struct stat status;
  if (::stat((folder + "/.git").c_str(), &status) == 0) return;
  if (errno != ENOENT) throw Failure("W2", {folder, std::generic_category().message(errno)});
  start_git();
  git_repository_init_options options{};
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  git_repository* made = nullptr;
  if (git_repository_init_ext(&made, folder.c_str(), &options) < 0) throw Failure("W2", {folder, git_cause()});
  git_repository_free(made);
}

}  // namespace traff
