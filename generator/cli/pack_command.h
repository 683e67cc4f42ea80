// `traff pack`.
#pragma once

#include "cli/options.h"

namespace traff {

// The exit code. Throws Failure when the world fails.
int pack(const Options& options);

}  // namespace traff
