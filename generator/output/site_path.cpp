#include "output/site_path.h"

#include <algorithm>
#include <tuple>

#include "base/unicode.h"

namespace traff {

namespace {

bool is_plain_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && !name.starts_with(".traff-");
}

}  // namespace

bool is_site_path(std::string_view path) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::any_of(path.begin(), path.end(), is_control)) return false;
  if (first_invalid_utf8(path) != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    if (!is_plain_name(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::string_view parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

void add_folders_above(PathSet& folders, std::string_view path) {
  for (auto folder = parent_folder(path); !folder.empty(); folder = parent_folder(folder)) {
    if (!folders.insert(folder).second) return;
  }
}

std::vector<std::string_view> outermost_first(const PathSet& folders) {
  std::vector<std::string_view> sorted(folders.begin(), folders.end());
  std::sort(sorted.begin(), sorted.end(), [](std::string_view a, std::string_view b) {
    return std::tuple(depth_of(a), a) < std::tuple(depth_of(b), b);
  });
  return sorted;
}

std::size_t depth_of(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

}  // namespace traff
