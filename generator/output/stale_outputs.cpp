#include "output/stale_outputs.h"

#include <algorithm>
#include <ranges>

namespace traff {

namespace {

bool has_planned_folder_name(std::string_view path, const PathSet& planned) {
  for (auto folder = parent_folder(path); !folder.empty(); folder = parent_folder(folder)) {
    if (planned.contains(folder)) return true;
  }
  return false;
}

std::size_t remove_files(const SiteFiles& files, const std::vector<std::string_view>& paths,
                         const PathSet& planned_folders) {
  PathSet folders;
  for (const std::string_view path : paths) add_folders_above(folders, path);
  const std::vector<std::string_view> sorted = outermost_first(folders);
  const PathSet standing = standing_folders(files, sorted);
  std::size_t removed = 0;
  for (const std::string_view path : paths) {
    const std::string_view folder = parent_folder(path);
    if ((folder.empty() || standing.contains(folder)) && files.remove(std::string(path))) ++removed;
  }
  for (const std::string_view folder : std::views::reverse(sorted)) {
    if (standing.contains(folder) && !planned_folders.contains(folder)) {
      files.remove_folder_if_empty(std::string(folder));
    }
  }
  return removed;
}

}  // namespace

StaleOutputs::StaleOutputs(const Manifest& manifest, const UnfinishedBuild& unfinished, const PathSet& planned) {
  for (const auto& [path, entry] : manifest.outputs) {
    if (!planned.contains(path)) paths_.emplace_hint(paths_.end(), path);
  }
  for (const std::string& path : unfinished.paths()) {
    if (!planned.contains(path)) paths_.insert(path);
  }
}

bool StaleOutputs::stand_below(std::string_view folder) const {
  const std::string start = std::string(folder) + "/";
  const auto first = paths_.lower_bound(start);
  return first != paths_.end() && first->starts_with(start);
}

std::size_t StaleOutputs::remove_blocking(const SiteFiles& files, const PathSet& planned,
                                          const PathSet& planned_folders) const {
  std::vector<std::string_view> blocking;
  for (const std::string& path : paths_) {
    if (planned_folders.contains(path) || has_planned_folder_name(path, planned)) blocking.push_back(path);
  }
  return blocking.empty() ? 0 : remove_files(files, blocking, planned_folders);
}

std::size_t StaleOutputs::remove_all(const SiteFiles& files, const PathSet& planned_folders) const {
  if (paths_.empty()) return 0;
  return remove_files(files, {paths_.begin(), paths_.end()}, planned_folders);
}

PathSet standing_folders(const SiteFiles& files, const std::vector<std::string_view>& folders) {
  PathSet standing;
  for (const std::string_view folder : folders) {
    const std::string_view above = parent_folder(folder);
    if (!above.empty() && !standing.contains(above)) continue;
    if (files.look(std::string(folder)).standing == Standing::folder) standing.insert(folder);
  }
  return standing;
}

}  // namespace traff
