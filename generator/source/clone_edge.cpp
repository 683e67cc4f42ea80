#include "source/clone_edge.h"

#include "source/disk_file.h"

namespace traff {

ContentId clone_edge(const git_repository& repository) {
  return content_id(read_disk_file(std::string(git_repository_commondir(&repository)) + "shallow").bytes);
}

}  // namespace traff
