#include "cli/coloured_diagnostic.h"

#include "base/messages/format_diagnostic.h"

namespace traff {

namespace {

std::string in_colour(std::string_view text, std::string_view colour) {
  return "\033[" + std::string(colour) + "m" + std::string(text) + "\033[0m";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "1;31";
    case Severity::warning: return "1;33";
    case Severity::hint: return "1;36";
  }
  return {};
}

}  // namespace

std::string coloured_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix) {
  const std::string plain = format_diagnostic(diagnostic, language, prefix);
  const std::string_view text = plain;
  const Severity severity = severity_of(diagnostic);
  const std::string_view word = severity_word(severity, language);
  const std::string code = "[" + diagnostic.code.name() + "]";
  const std::size_t place_end =
      text.find(": " + std::string(word) + ": ", prefix.size() + diagnostic.place.path.size());
  const std::size_t word_end = place_end + 2 + word.size();
  const std::size_t code_begin = text.find(code + "\n", word_end);
  return in_colour(text.substr(0, place_end), "1") + ": " + in_colour(word, colour_of(severity)) +
         std::string(text.substr(word_end, code_begin - word_end)) + in_colour(code, "2") +
         std::string(text.substr(code_begin + code.size()));
}

}  // namespace traff
