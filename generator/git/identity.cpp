#include "git/identity.h"

#include "base/diagnostic.h"
#include "git/repository.h"

namespace traff {

namespace {

bool has_setting(git_config& config, const char* name) {
  git_buf value{};
  const int error = git_config_get_string_buf(&value, &config, name);
  const bool is_empty = error == 0 && value.size == 0;
  git_buf_dispose(&value);
  return error != GIT_ENOTFOUND && !is_empty;
}

}  // namespace

bool has_identity(const std::string& path) {
  try {
    const GitRepository repository = open_repository(path);
    git_config* read = nullptr;
    if (git_repository_config(&read, repository.get()) < 0) return true;
    const GitConfig config(read);
    return has_setting(*config, "user.name") && has_setting(*config, "user.email");
  } catch (const Failure&) {
    return true;
  }
}

}  // namespace traff
