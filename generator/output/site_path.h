// Paths inside the site: which may be written, and the folders they need.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace traff {

// Relative, '/' between plain names in UTF-8, no ".", ".." or control characters, and none of Träff's own
// names (".traff-…"): it can neither leave the site nor harm the manifest.
bool is_site_path(std::string_view path);

// "a/b/c.html" → "a/b"; "index.html" → "".
std::string_view parent_folder(std::string_view path);

using PathSet = std::unordered_set<std::string_view>;

// Every folder above `path` but the site itself. Cost: as many steps as there are new ones.
void add_folders_above(PathSet& folders, std::string_view path);

// Shallow before deep, then by name.
std::vector<std::string_view> outermost_first(const PathSet& folders);

// How many folders stand above `path`.
std::size_t depth_of(std::string_view path);

}  // namespace traff
