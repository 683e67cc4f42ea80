#include "output/new_repository.h"

#include <git2.h>

#include <filesystem>
#include <system_error>

#include "base/failure.h"

namespace traff {

void make_repository(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::exists(folder + "/.git", error)) return;
  git_libgit2_init();
  git_repository_init_options options{};
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  git_repository* made = nullptr;
  const int code = git_repository_init_ext(&made, folder.c_str(), &options);
  const git_error* said = code < 0 ? git_error_last() : nullptr;
  const std::string cause = said != nullptr && said->message != nullptr ? said->message : "libgit2";
  git_repository_free(made);
  git_libgit2_shutdown();
  if (code < 0) throw Failure("W2", {folder, cause});
}

}  // namespace traff
