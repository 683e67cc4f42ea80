// Functions called load_ and write_ touch the world; those called find_, parse_, make_ … make values of values.
#pragma once

#include <vector>

#include "house/source_code.h"

namespace traff::testing {

// Functions that sound as if they did not touch the world, and do: themselves or by way of others in the same file.
std::vector<Function> misnamed_functions(const SourceCode& code);

}  // namespace traff::testing
