// Where the content is: what the CONTENT argument of a command stands for.
#pragma once

#include <string>

#include "source/source_tree.h"

namespace traff {

// `argument`: a folder of Markdown, or a git repository (bare too); empty = the current folder's content/,
// else the current folder. In a repository, content/ is the root if it exists.
// Throws Failure: nothing there, no permission, a repository of another owner (names the safe.directory line), or as
// open_repository_around.
ContentPlace load_content_place(const std::string& argument);

// A folder that is read by itself, such as a theme; links on the way there are followed. Throws Failure W1.
ContentPlace folder_place(const std::string& folder);

}  // namespace traff
