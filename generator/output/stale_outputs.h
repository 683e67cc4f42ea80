// Files of an earlier build that the plan no longer has: the only files ever removed from a site.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "output/manifest.h"
#include "output/site_files.h"
#include "output/site_path.h"
#include "output/unfinished_build.h"

namespace traff {

class StaleOutputs {
 public:
  StaleOutputs(const Manifest& manifest, const UnfinishedBuild& unfinished, const PathSet& planned);

  bool empty() const { return paths_.empty(); }
  bool contains(std::string_view path) const { return paths_.contains(path); }
  bool stand_below(std::string_view folder) const;

  // Those whose name the plan needs for a folder, or whose folder's name it needs for a file. Gives how many went.
  std::size_t remove_blocking(const SiteFiles& files, const PathSet& planned, const PathSet& planned_folders) const;

  // All of them, and the folders they leave empty.
  std::size_t remove_all(const SiteFiles& files, const PathSet& planned_folders) const;

 private:
  std::set<std::string, std::less<>> paths_;
};

// Those of `folders` (outermost first) that stand as folders and are reached through no link.
PathSet standing_folders(const SiteFiles& files, const std::vector<std::string_view>& folders);

}  // namespace traff
