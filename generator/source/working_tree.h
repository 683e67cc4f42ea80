// The content as it stands in a folder.
#pragma once

#include <memory>

#include "source/source_tree.h"

namespace traff {

// The working folder as git would commit it now (ignore rules, filters, tracked though ignored), or a plain folder.
// Clean files cost a stat: their ids come from git's index or from the stamps in the state folder.
// Throws Failure W1 when the folder cannot be read.
std::unique_ptr<SourceTree> load_working_tree(const ContentPlace& place, unsigned jobs);

}  // namespace traff
