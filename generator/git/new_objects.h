// New objects for a git repository, written as one pack instead of a file each.
#pragma once

#include <git2.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"

namespace traff {

enum class GitObjectKind : std::uint8_t { commit = 1, tree = 2, blob = 3 };  // as packs number them

// The id `git hash-object -t KIND` prints.
ContentId git_object_name(GitObjectKind kind, std::string_view bytes);

class GitPack {
 public:
  void add(GitObjectKind kind, std::string_view bytes);

  // `read` gives the bytes of one of `count` blobs, and is called from several threads.
  void add_blobs(std::size_t count, unsigned jobs, const std::function<std::string(std::size_t)>& read);

  bool empty() const { return objects_.empty(); }

  // Into the repository's own store, where nobody sees them until a branch does. Throws Failure W88.
  void write(git_repository& repository) const;

 private:
  std::vector<std::string> objects_;  // each as it stands in the pack
};

// A site as git objects: its files as blobs and its folders as trees.

using FileIds = std::map<std::string, ContentId, std::less<>>;  // by path

struct GitTreeText {
  ContentId id;
  std::string bytes;
};

// The trees that hold the files, the outermost last. Cost: linear in the paths' bytes.
std::vector<GitTreeText> make_trees(const FileIds& files);

}  // namespace traff
