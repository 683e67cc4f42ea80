#include "git/object_failure.h"

#include <string>
#include <string_view>

namespace traff {

namespace {

bool tells_of_promises(std::string_view name) {
  return name == "extensions.partialclone" || (name.starts_with("remote.") && name.ends_with(".promisor"));
}

bool is_partial_clone(git_repository& repository) {
  git_config* config = nullptr;
  if (git_repository_config_snapshot(&config, &repository) < 0) return false;
  const GitConfig keep(config);
  // libgit2's own search by pattern leaks memory for each name that does not match.
  const auto note_entry = [](const git_config_entry* entry, void* is_set) {
    const std::string_view value = entry->value == nullptr ? "true" : entry->value;
    *static_cast<bool*>(is_set) |= tells_of_promises(entry->name) && value != "false";
    return 0;
  };
  bool is_set = false;
  git_config_foreach(config, note_entry, &is_set);
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
