// Which folder, and which module, includes which: as drawn in generator/CMakeLists.txt, and as the files are.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_code.h"

namespace traff::testing {

using Arrows = std::map<std::string, std::set<std::string>>;

// Folder → the folders it may include, as the traff_folder(…) lines say.
Arrows read_arrows(std::string_view cmake_lists);

// As the files are now. A module is a header and the source file of the same name.
Arrows folder_arrows(const std::vector<CodeFile>& files);
Arrows module_arrows(const std::vector<CodeFile>& files);

// "a, b, c" for each group that includes itself by way of each other.
std::vector<std::string> circles(const Arrows& arrows);

bool is_code(std::string_view path);                       // a .h or .cpp of the generator
std::string folder_of(std::string_view path);              // "course/dates/term.h" → "course/dates"
std::string module_of_code(std::string_view path);         // "generator/course/dates/term.h" → "course/dates/term"
bool is_own(const Include& include, const Arrows& drawn);  // one of our headers, in quotes or brackets

}  // namespace traff::testing
