// Diagnostics for machines: a list for scripts, annotations for GitHub, a quality report for GitLab, SARIF for code
// scanners.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "pipeline/build_site.h"

namespace traff {

// With its last line break. Empty for CheckFormat::text, which is for people.
std::string format_report(const BuildReport& report, CheckFormat format, Language language);

}  // namespace traff
