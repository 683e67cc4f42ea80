#include "git/object_failure.h"

#include <string>
#include <string_view>

namespace traff {

namespace {

bool is_partial_clone(git_repository& repository) {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, &repository) < 0) return false;
  const GitConfig keep(config);
  const auto found = [](const git_config_entry* entry, void* is_set) {
    const std::string_view value = entry->value == nullptr ? "true" : entry->value;
    *static_cast<bool*>(is_set) |= value != "false";
    return 0;
  };
  bool is_set = false;
  for (const char* name : {"^extensions\\.partialclone$", "^remote\\..*\\.promisor$"}) {
    git_config_foreach_match(config, name, found, &is_set);
  }
  return is_set;
}

}  // namespace

bool is_missing_object(int code) {
  const git_error* const error = git_error_last();
  return code == GIT_ENOTFOUND && error != nullptr && error->klass == GIT_ERROR_ODB;
}

Failure object_failure(git_repository& repository, int code) {
  const std::string cause = git_cause();
  const bool is_promised = code == GIT_ENOTFOUND && is_partial_clone(repository);
  return Failure(is_promised ? "W66" : "W16", {git_repository_path(&repository), cause});
}

}  // namespace traff
