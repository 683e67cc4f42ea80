// What `traff build`, `check` and `explain` do: load the content, offer a copy of the site, make it (make_site).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/manifest.h"
#include "pipeline/site/build_options.h"

namespace traff {

// Content mistakes are in the report and never stop the build. Throws Failure when the world fails or a
// template is broken; the old site is whole then.
BuildReport build_site(const BuildOptions& options);

// The same without writing anything.
BuildReport check_site(const BuildOptions& options);

struct Explanation {
  std::vector<Change> changes;  // files that a build would make again, and why
  std::size_t outputs = 0;
};

// What build_site would do now, and why. Reads, never writes the site.
Explanation explain_output(const BuildOptions& options);

// Where a preview finds its content and keeps its own things.

struct PreviewPlace {
  std::string content_folder;  // absolute; empty for a bare repository
  std::string state_folder;    // as the build's own
};

// Throws Failure: the content cannot be found or read.
PreviewPlace load_preview_place(const BuildOptions& options);

}  // namespace traff
