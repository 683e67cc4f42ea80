#include "markdown/html_block.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "markdown/line_marks.h"

namespace traff {

namespace {

// CommonMark 4.6, kind 6.
constexpr std::array<std::string_view, 62> block_names{
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "section",  "source",     "summary",  "table",    "tbody",
    "td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul"};

struct RawElement {
  std::string_view name;
  std::string_view end;
};

constexpr std::array<RawElement, 3> raw_elements{RawElement{"script", "</script>"}, RawElement{"pre", "</pre>"},
                                                 RawElement{"style", "</style>"}};

std::string lower_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if (!is_ascii_letter(c) && !is_digit(c) && (c != '-' || name.empty())) break;
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return name;
}

// A single whole tag that fills its line.
bool is_lone_tag(std::string_view text) {
  const std::string_view tag = trim_end(text);
  char quote = '\0';
  for (std::size_t i = 1; i < tag.size(); ++i) {
    if (quote != '\0') {
      if (tag[i] == quote) quote = '\0';
    } else if (tag[i] == '"' || tag[i] == '\'') {
      quote = tag[i];
    } else if (tag[i] == '<' || tag[i] == '>') {
      return tag[i] == '>' && i + 1 == tag.size();
    }
  }
  return false;
}

std::optional<HtmlBlock> declaration(std::string_view text) {
  if (text.starts_with("<!--")) return HtmlBlock{"-->"};
  if (text.starts_with("<?")) return HtmlBlock{"?>"};
  if (text.starts_with("<![CDATA[")) return HtmlBlock{"]]>"};
  if (text.starts_with("<!") && text.size() > 2 && is_ascii_letter(text[2])) return HtmlBlock{">"};
  return std::nullopt;
}

}  // namespace

std::optional<HtmlBlock> html_block_opening(std::string_view text, bool under_text) {
  if (text.size() < 2 || text.front() != '<') return std::nullopt;
  if (const auto found = declaration(text)) return found;
  const bool closing = text[1] == '/';
  const std::size_t name_at = closing ? 2 : 1;
  const std::string name = lower_name(text.substr(name_at, 20));
  if (name.empty()) return std::nullopt;
  const std::string_view after = text.substr(name_at + name.size());
  const bool name_ends = after.empty() || is_space(after.front()) || after.front() == '>' || after.starts_with("/>");
  if (!name_ends) return std::nullopt;
  for (const RawElement& raw : raw_elements) {
    if (!closing && name == raw.name) return HtmlBlock{raw.end};
  }
  const bool is_block = std::find(block_names.begin(), block_names.end(), name) != block_names.end();
  if (is_block || (!under_text && is_lone_tag(text))) return HtmlBlock{};
  return std::nullopt;
}

}  // namespace traff
