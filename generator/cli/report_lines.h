// What every command that builds prints of a report: messages, counts, times.
#pragma once

#include <string>
#include <string_view>

#include "cli/check_report.h"
#include "cli/options.h"

namespace traff {

std::string counted(std::size_t count, std::string_view one, std::string_view many);

void print_timings(const Options& options, const BuildReport& report);

// On standard error; `hints`: Tips too.
void print_diagnostics(const Options& options, const BuildReport& report, Language language, bool hints);

// For a command that does nothing while a Fel remains; the exit code.
int refuse_errors(const Options& options, const BuildReport& report, Language language);

// "1 Fel, 2 Varningar, 0 Tips"
std::string summary_of_counts(const Counts& counts, Language language);

}  // namespace traff
