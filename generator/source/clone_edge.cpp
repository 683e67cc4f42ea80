#include "source/clone_edge.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "base/text.h"
#include "source/disk_file.h"

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

CloneEdge load_clone_edge(const git_repository& repository) {
  const std::string path = std::string(git_repository_commondir(&repository)) + "shallow";
  const DiskRead read = read_disk_file(path);
  if (read.error != 0 && read.error != ENOENT) throw Failure("W1", {path, std::strerror(read.error)});
  CloneEdge edge{content_id(read.bytes), {}};
  for (const std::string_view line : split_lines(read.bytes)) {
    if (const auto id = content_id_from_hex(trim(line))) edge.commits.insert(*id);
  }
  return edge;
}

Failure object_failure(git_repository& repository, int code) {
  const std::string cause = git_cause();
  const bool is_promised = code == GIT_ENOTFOUND && is_partial_clone(repository);
  return Failure(is_promised ? "W66" : "W16", {git_repository_path(&repository), cause});
}

bool is_promised_only(const Failure& failure) { return failure.code == "W66"; }

}  // namespace traff
