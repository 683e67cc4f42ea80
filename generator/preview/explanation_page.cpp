#include "preview/explanation_page.h"

#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/text.h"

namespace traff {

namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + html_escaped(text) + "</" + std::string(name) + ">\n";
}

// A paragraph of the document, with its `code`.
std::string paragraph_html(std::string_view text) {
  std::string out = "<p>";
  bool is_code = false;
  for (const std::string_view part : split(text, '`')) {
    out += is_code ? "<code>" + html_escaped(part) + "</code>" : html_escaped(part);
    is_code = !is_code;
  }
  return out + "</p>\n";
}

}  // namespace

std::string explanation_page(const CodeExplanation& explanation, Language language) {
  const std::string_view word = severity_word(explanation.severity, language);
  const std::string title = explanation.code + " " + std::string(word) + ": " + explanation.message;
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(language_tag(language)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                    element("title", title) +
                    "<link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n</head>\n"
                    "<body class=\"traff-explanation\">\n<main>\n" +
                    element("h1", title);
  out += element("p", "→ " + explanation.cure) + element("h2", sentence::manual_says(language, explanation.title));
  out += "<div lang=\"sv\">\n";
  for (const std::string& paragraph : explanation.paragraphs) out += paragraph_html(paragraph);
  out += "</div>\n";
  for (const CodeExample& example : explanation.examples) {
    const Phrase& heading = example.is_wrong ? sentence::gives_the_message : sentence::is_right;
    out += element("h2", heading.in(language)) + element("pre", example.text);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace traff
