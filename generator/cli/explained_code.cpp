#include "cli/explained_code.h"

#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/text.h"
#include "cli/help.h"

namespace traff {

namespace {

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : split_lines(text)) out += line.empty() ? "\n" : "    " + std::string(line) + "\n";
  return out;
}

}  // namespace

std::string explanation_in_words(const CodeExplanation& explanation, Language language) {
  const std::string_view word = severity_word(explanation.severity, language);
  std::string out = wrapped(explanation.code + " " + std::string(word) + ": " + explanation.message, 0) + "\n";
  out += "  " + wrapped("→ " + explanation.cure, 2) + "\n\n";
  out += sentence::manual_says(language, explanation.title) + "\n";
  for (const std::string& paragraph : explanation.paragraphs) out += "\n" + wrapped(paragraph, 0) + "\n";
  for (const CodeExample& example : explanation.examples) {
    const Phrase& heading = example.is_wrong ? sentence::gives_the_message : sentence::is_right;
    out += "\n" + std::string(heading.in(language)) + "\n\n" + indented(example.text);
  }
  return out;
}

}  // namespace traff
