// What the whole site has against it: words held against other pages, and days against today.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "pipeline/loaded_site.h"

namespace traff {

// Without `today` nothing depends on the day it is asked.
std::vector<Diagnostic> check_whole_site(const LoadedSite& site, const std::optional<Date>& today);

}  // namespace traff
