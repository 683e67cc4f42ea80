#include "markdown/html_tags.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

struct TagAdvice {
  std::string_view names;  // separated by single spaces, with one before and after
  std::string_view sv;
  std::string_view en;
};

constexpr std::array advice{
    TagAdvice{" br hr p ", "en tom rad mellan styckena", "an empty line between the paragraphs"},
    TagAdvice{" b strong ", "**fet text**", "**bold text**"},
    TagAdvice{" i em ", "*kursiv text*", "*italic text*"},
    TagAdvice{" a ", "[länktext](adress)", "[link text](address)"},
    TagAdvice{" img ", "![beskrivning](bild.png)", "![description](image.png)"},
    TagAdvice{" ul ol li ", "en rad som börjar med \"- \"", "a line that begins with \"- \""},
    TagAdvice{" h1 h2 h3 h4 h5 h6 ", "en rad som börjar med \"## \"", "a line that begins with \"## \""},
    TagAdvice{" table tr td th tbody thead caption ", "en tabell med | mellan cellerna",
              "a table with | between the cells"},
    TagAdvice{" iframe video audio embed object ", "en länk till filmen eller sidan", "a link to the film or page"},
    TagAdvice{
        " font span div u sub sup small big center style script form input button section article nav details summary "
        "blockquote pre code figure svg link meta html head body ",
        "bara texten", "just the text"},
    TagAdvice{" !-- ", "anteckningen i en egen fil utanför content/; allt i content/ publiceras",
              "the note in a file outside content/; everything in content/ is published"},
};

std::string name_of(std::string_view raw) {
  const std::size_t at = raw.find('<');
  if (at == std::string_view::npos) return {};
  raw.remove_prefix(at + 1);
  if (raw.starts_with("!--")) return "!--";
  if (raw.starts_with('/')) raw.remove_prefix(1);
  std::size_t end = 0;
  while (end < raw.size() && (is_digit(raw[end]) || (raw[end] | 0x20) >= 'a') && (raw[end] | 0x20) <= 'z') ++end;
  if (end < raw.size() && !is_space(raw[end]) && raw[end] != '>' && raw[end] != '/') return {};
  return to_lower(raw.substr(0, end));
}

}  // namespace

std::optional<HtmlTag> known_html_tag(std::string_view raw) {
  const std::string name = name_of(raw);
  if (name.empty()) return std::nullopt;
  for (const TagAdvice& row : advice) {
    if (row.names.find(" " + name + " ") != std::string_view::npos) return HtmlTag{name, row.sv, row.en};
  }
  return std::nullopt;
}

}  // namespace traff
