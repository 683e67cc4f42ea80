#include "source/clone_edge.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "base/text.h"
#include "source/disk_file.h"

namespace traff {

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

bool is_cut_off(const CloneEdge& edge, const git_commit& commit) {
  if (!edge.commits.contains(to_content_id(*git_commit_id(&commit)))) return false;
  return std::string_view(git_commit_raw_header(&commit)).find("\nparent ") != std::string_view::npos;
}

bool is_promised_only(const Failure& failure) { return failure.code == "W66"; }

}  // namespace traff
