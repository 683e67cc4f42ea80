#include "cli/report_lines.h"

#include <fmt/core.h>

#include "base/format_diagnostic.h"

namespace traff {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void print_timings(const Options& options, const BuildReport& report) {
  if (!options.timings) return;
  double whole = 0;
  for (const StageTime& time : report.times) {
    fmt::print(stderr, "{:<16}{:8.1f} ms\n", time.stage, time.seconds * 1000);
    whole += time.seconds;
  }
  fmt::print(stderr, "{:<16}{:8.1f} ms\n", "total", whole * 1000);
}

void print_diagnostics(const Options& options, const BuildReport& report, Language language, bool hints) {
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const Severity severity = severity_of(diagnostic);
    if (severity == Severity::hint && !hints) continue;
    if (severity != Severity::error && options.quiet) continue;
    fmt::print(stderr, "{}", format_diagnostic(diagnostic, language, report.shown_prefix));
  }
}

std::string summary_of_counts(const Counts& counts, Language language) {
  if (language == Language::sv) return fmt::format("{} Fel, {}, {} Tips", counts.errors, counted(counts.warnings, "Varning", "Varningar"), counts.hints);
  return fmt::format("{}, {}, {}", counted(counts.errors, "error", "errors"), counted(counts.warnings, "warning", "warnings"),
                     counted(counts.hints, "hint", "hints"));
}

int refuse_errors(const Options& options, const BuildReport& report, Language language) {
  print_diagnostics(options, report, language, false);
  const std::string counts = summary_of_counts(count_diagnostics(report.diagnostics), language);
  fmt::print(stderr, fmt::runtime(language == Language::sv ? "{}\nInget är skrivet. Rätta det som är märkt Fel och kör kommandot igen.\n"
                                                           : "{}\nNothing was written. Mend what is marked Error and run the command again.\n"),
             counts);
  return 1;
}

}  // namespace traff
