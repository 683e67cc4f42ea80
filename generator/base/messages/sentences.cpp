#include "base/messages/sentences.h"

#include "base/messages/format_diagnostic.h"

namespace traff {

std::string counted(std::size_t count, const Phrase& one, const Phrase& many, Language language) {
  return std::to_string(count) + " " + std::string((count == 1 ? one : many).in(language));
}

void DiagnosticCounts::add(Severity severity) {
  switch (severity) {
    case Severity::error: ++errors; return;
    case Severity::warning: ++warnings; return;
    case Severity::hint: ++hints; return;
  }
}

DiagnosticCounts count_diagnostics(std::span<const Diagnostic> diagnostics) {
  DiagnosticCounts counts;
  for (const Diagnostic& diagnostic : diagnostics) counts.add(severity_of(diagnostic));
  return counts;
}

std::string counts_in_words(const DiagnosticCounts& counts, Language language) {
  return counted(counts.errors, {"Fel", "error"}, {"Fel", "errors"}, language) + ", " +
         counted(counts.warnings, {"Varning", "warning"}, {"Varningar", "warnings"}, language) + ", " +
         counted(counts.hints, {"Tips", "hint"}, {"Tips", "hints"}, language);
}

}  // namespace traff
