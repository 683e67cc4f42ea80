#include "output/site_objects.h"

#include <algorithm>

#include "output/git_pack.h"

namespace traff {

namespace {

struct TreeEntry {
  std::string name;
  bool is_folder = false;
  ContentId id;
};

// Git sorts a folder as if its name ended in '/'.
bool comes_before(const TreeEntry& a, const TreeEntry& b) {
  return a.name + (a.is_folder ? "/" : "") < b.name + (b.is_folder ? "/" : "");
}

GitTreeText tree_of(std::vector<TreeEntry> entries) {
  std::sort(entries.begin(), entries.end(), comes_before);
  GitTreeText tree;
  for (const TreeEntry& entry : entries) {
    tree.bytes += (entry.is_folder ? "40000 " : "100644 ") + entry.name + '\0';
    tree.bytes.append(reinterpret_cast<const char*>(entry.id.bytes.data()), entry.id.bytes.size());
  }
  tree.id = git_object_name(GitObjectKind::tree, tree.bytes);
  return tree;
}

}  // namespace

std::vector<GitTreeText> make_trees(const FileIds& files) {
  std::vector<GitTreeText> made;
  struct OpenFolder {
    std::string path;  // "" or ending in '/'
    std::string name;
    std::vector<TreeEntry> entries;
  };
  std::vector<OpenFolder> open{{"", "", {}}};
  const auto close = [&] {
    OpenFolder folder = std::move(open.back());
    open.pop_back();
    made.push_back(tree_of(std::move(folder.entries)));
    if (!open.empty()) open.back().entries.push_back({folder.name, true, made.back().id});
  };
  for (const auto& [path, id] : files) {
    while (!path.starts_with(open.back().path)) close();
    std::size_t begin = open.back().path.size();
    for (std::size_t slash = path.find('/', begin); slash != std::string::npos; slash = path.find('/', begin)) {
      open.push_back({path.substr(0, slash + 1), path.substr(begin, slash - begin), {}});
      begin = slash + 1;
    }
    open.back().entries.push_back({path.substr(begin), false, id});
  }
  while (!open.empty()) close();
  return made;
}

}  // namespace traff
