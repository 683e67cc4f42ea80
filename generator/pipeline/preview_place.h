// Where a preview finds its content and keeps its own things.
#pragma once

#include <string>

#include "pipeline/options.h"

namespace traff {

struct PreviewPlace {
  std::string content_folder;  // absolute; empty for a bare repository
  std::string state_folder;    // as the build's own
};

// Throws Failure: the content cannot be found or read.
PreviewPlace find_preview_place(const BuildOptions& options);

}  // namespace traff
