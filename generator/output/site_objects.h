// A site as git objects: its files as blobs and its folders as trees.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"

namespace traff {

using FileIds = std::map<std::string, ContentId, std::less<>>;  // by path

struct GitTreeText {
  ContentId id;
  std::string bytes;
};

// The trees that hold the files, the outermost last. Cost: linear in the paths' bytes.
std::vector<GitTreeText> make_trees(const FileIds& files);

}  // namespace traff
