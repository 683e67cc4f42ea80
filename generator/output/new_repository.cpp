#include "output/new_repository.h"

#include <git2.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "base/failure.h"
#include "output/git_library.h"

namespace traff {

void make_repository(const std::string& folder) {
  struct stat status;
  if (::stat((folder + "/.git").c_str(), &status) == 0) return;
  if (errno != ENOENT) throw Failure("W2", {folder, std::generic_category().message(errno)});
  const GitLibrary library;
  git_repository_init_options options{};
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  git_repository* made = nullptr;
  const int code = git_repository_init_ext(&made, folder.c_str(), &options);
  const git_error* said = code < 0 ? git_error_last() : nullptr;
  const std::string cause = said != nullptr && said->message != nullptr ? said->message : "libgit2";
  git_repository_free(made);
  if (code < 0) throw Failure("W2", {folder, cause});
}

}  // namespace traff
