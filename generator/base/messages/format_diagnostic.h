// Diagnostics and failures as lines for people: clickable place, severity, message, code,
// the author's line with a caret, and what to write.
#pragma once

#include <span>
#include <string>

#include "base/diagnostic.h"

namespace traff {

Severity severity_of(const Diagnostic& diagnostic);
bool has_errors(std::span<const Diagnostic> diagnostics);

// The sentence alone, arguments filled in.
std::string message_of(const Diagnostic& diagnostic, Language language);

// What to write instead; empty when the catalogue has none.
std::string hint_of(const Diagnostic& diagnostic, Language language);

// "Fel", "Varning", "Tips" or "Error", "Warning", "Hint".
std::string_view severity_word(Severity severity, Language language);

// `prefix` goes before the path ("content/"), so that editors can open the place.
std::string format_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix = {});

std::string message_of(const Failure& failure, Language language);

}  // namespace traff
