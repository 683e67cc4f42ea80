// The rules of the code that a program can see to: which folder may include which, who may touch git, the parser
// and the disk, and how large a file may be.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace traff::testing {

struct CodeFile {
  std::string path;  // from the top of the repository: "generator/base/text.h"
  std::string text;
};

// Folder → the folders it may include, as the traff_folder(…) lines of generator/CMakeLists.txt say.
using Arrows = std::map<std::string, std::set<std::string>>;
Arrows read_arrows(std::string_view cmake_lists);

// "path:line: what is wrong", sorted as the files are; empty when all is well.
std::vector<std::string> broken_rules(const std::vector<CodeFile>& files, const Arrows& arrows);

// "a → b → a" for the first circle among folders that include each other; "" when there is none.
std::string find_circle(const Arrows& arrows);

// Which folder includes which, as the files are now.
Arrows arrows_in_use(const std::vector<CodeFile>& files);

}  // namespace traff::testing
