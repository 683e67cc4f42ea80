// What git's index knows about the content: which paths are tracked, and the ids of those whose stamp
// says that nothing changed since.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "source/folder_listing.h"

namespace traff {

class TrackedFiles {
 public:
  // `prefix` is the content root inside the repository, "" or ending in '/'. Paths below are relative to it.
  // Throws Failure W18 when the index cannot be read.
  TrackedFiles(git_repository& repository, const std::string& prefix);

  const git_index_entry* find(std::string_view path) const;

  // Whether a tracked file lies somewhere under the folder.
  bool any_under(std::string_view folder) const;

  // The id git has for this very stamp. Nothing when the file may differ or was touched so close to the
  // writing of the index that its stamp proves nothing.
  std::optional<ContentId> clean_id(const git_index_entry& entry, const ListedEntry& listed) const;

  std::vector<std::string> submodules() const;

  // Files a sparse checkout leaves out of the folder, although the next commit has them.
  std::vector<std::pair<std::string, ContentId>> not_checked_out() const;

 private:
  struct Tracked {
    std::string_view path;
    const git_index_entry* entry;
  };
  std::vector<Tracked>::const_iterator first_not_before(std::string_view path) const;

  GitIndex index_;
  std::vector<Tracked> tracked_;  // sorted bytewise
  std::int64_t written_ns_ = 0;
};

}  // namespace traff
