// Diagnostics for machines: a list for scripts, annotations for GitHub, a quality report for GitLab, SARIF for code
// scanners, colours for terminals.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "pipeline/build_site.h"

namespace traff {

// With its last line break. Empty for CheckFormat::text, which is for people.
std::string format_report(const BuildReport& report, CheckFormat format, Language language);

// For a terminal: as format_diagnostic, with the escapes of ANSI terminals around its place, its severity and its code.
std::string coloured_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix);

}  // namespace traff
