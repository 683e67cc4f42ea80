// Each command: runs the pipeline, prints what came of it, gives the exit code.
#pragma once

#include "base/message.h"
#include "cli/options.h"

namespace traff {

// Throws Failure when the world fails, Mistake when what was asked for turns out not to exist.
int run_command(const Options& options);

// The language messages are in when the site's is not known: --lang, else the locale's, else Swedish.
Language message_language(const Options& options);

}  // namespace traff
