// Diagnostics for machines: JSON lines for scripts, annotations for GitHub, SARIF for code scanners.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace traff {

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
};

Counts count_diagnostics(const std::vector<Diagnostic>& diagnostics);

std::string format_report(const BuildReport& report, CheckFormat format, Language language);

}  // namespace traff
