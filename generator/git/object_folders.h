// Where the objects of one repository lie: its own folder and those it borrows from, as "info/alternates" names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace traff {

struct ObjectFolders {
  struct Lost {
    std::string path;
    std::string cause;
  };

  std::vector<std::string> paths;  // absolute, without links, each once; those who borrow before those who lend
  std::optional<Lost> lost;        // one that cannot be reached
};

// `folder` is the repository's "objects". Throws ObjectDamage when it cannot be told from whom it borrows.
ObjectFolders find_object_folders(const std::string& folder);

}  // namespace traff
