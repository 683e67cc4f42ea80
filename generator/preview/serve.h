// `traff serve`: the site on 127.0.0.1, made again when the content changes, the page in the browser reloaded,
// mistakes shown on the page.
#pragma once

#include <optional>

#include "base/language.h"
#include "pipeline/options.h"

namespace traff {

struct ServeOptions {
  BuildOptions build;  // `out` is not used: the preview has a folder of its own, with drafts
  int port = 8000;     // 0 = any free one
  std::optional<Language> language;
  bool quiet = false;
};

// Runs until interrupted (SIGINT, SIGTERM), then gives 0. Throws Failure when the port is taken or the content cannot be read.
int serve(const ServeOptions& options);

}  // namespace traff
