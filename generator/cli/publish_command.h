// `traff publish`.
#pragma once

#include "cli/options.h"

namespace traff {

// The exit code. Throws Failure when the world fails.
int publish(const Options& options);

}  // namespace traff
