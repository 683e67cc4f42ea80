// What stands in an open folder, and its removal: by descriptor, so that nobody's link leads elsewhere.
#pragma once

#include <string>
#include <vector>

#include "output/open_file.h"

namespace traff {

struct FolderNames {
  int error = 0;  // an errno: then `names` says nothing
  std::vector<std::string> names;
};

// In no order.
FolderNames load_folder_names(int folder);

// Not open when `name` is no folder of its own but a link; errno says why.
OpenFile open_folder(int parent, const std::string& name);

// A file, a link or a folder with all that is in it. 0, also when nothing stands there, or an errno.
int remove_tree(int parent, const std::string& name);

}  // namespace traff
