// `traff changes`: what is new for readers since a version or a day, or since each network's last träff.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "pipeline/site/build_options.h"

namespace traff {

struct ChangesRequest {
  std::string since;                 // a version or a day; empty: each network's last träff
  std::optional<Language> language;  // of the words; otherwise the site's
};

// The text. Throws Failure: as a build; W21 `since` is neither, W22 without git.
std::string load_changes(const BuildOptions& options, const ChangesRequest& request);

}  // namespace traff
