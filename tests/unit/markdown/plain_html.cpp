#include "markdown/plain_html.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/web_address.h"

namespace traff {

namespace {

std::string slot_text(const Slot& slot) {
  std::string text;
  if (slot.kind == SlotKind::link) {
    text = " href=\"";
    append_href(text, slot.target);
    return text + "\"";
  }
  if (slot.kind == SlotKind::image) {
    text = "<img src=\"";
    append_href(text, slot.target);
    text += "\" alt=\"" + html_escaped(slot.text) + "\"";
    if (!slot.title.empty()) text += " title=\"" + html_escaped(slot.title) + "\"";
    return text + " />";
  }
  if (slot.kind == SlotKind::footnote) {
    const std::string repeat = slot.text.empty() ? "" : "-" + slot.text.substr(1);
    return " href=\"#fn-" + slot.target + "\" id=\"fnref-" + slot.target + repeat + "\" data-footnote-ref";
  }
  return {};
}

// Replaces what stands from `begin` to the next `end` by `with`, everywhere.
std::string without(const std::string& html, std::string_view begin, std::string_view end, std::string_view with) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t from = html.find(begin, at);
    const std::size_t to = from == std::string::npos ? from : html.find(end, from + begin.size());
    if (to == std::string::npos) return out + html.substr(at);
    out.append(html, at, from - at);
    out += with;
    at = to + end.size();
  }
}

// An empty cell of a table's heading is no heading.
std::string with_heading_cells(const std::string& html) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t from = html.find("<thead>", at);
    if (from == std::string::npos) return out + html.substr(at);
    const std::size_t to = html.find("</thead>", from);
    out.append(html, at, from - at);
    out += replace_all(replace_all(html.substr(from, to - from), "<td", "<th"), "</td>", "</th>");
    at = to;
  }
}

// "#fnref_2_3" → "#fnref-2-3".
std::string with_library_back_links(std::string html) {
  constexpr std::string_view mark = "href=\"#fnref_";
  for (std::size_t at = 0; (at = html.find(mark, at)) != std::string::npos; at += mark.size()) {
    const std::size_t end = html.find('"', at + mark.size());
    std::replace(html.begin() + static_cast<std::ptrdiff_t>(at), html.begin() + static_cast<std::ptrdiff_t>(end), '_',
                 '-');
  }
  html = replace_all(html, "class=\"footnote-back\" aria-label=\"\"",
                     "class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\"");
  return replace_all(html, "↩<sup>", "↩<sup class=\"footnote-ref\">");
}

// Places to write on paper: nothing stands within them but their own marks.
std::string without_blanks(const std::string& html) {
  constexpr std::string_view begin = "<span class=\"blank\">";
  constexpr std::string_view end = "</span>";
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t from = html.find(begin, at);
    if (from == std::string::npos) return out + html.substr(at);
    out.append(html, at, from - at);
    at = from + begin.size();
    const std::size_t to = html.find(end, at);
    out.append(html, at, to - at);
    at = to + end.size();
  }
}

// Boxes of quotations; quotes of the author's own stand in them too.
std::string without_box_quotes(const std::string& html) {
  std::string out;
  std::vector<bool> is_box;
  for (const std::string_view line : split_lines(html)) {
    const bool opens_box = line.starts_with("<blockquote class=");
    if (opens_box || line == "<blockquote>") is_box.push_back(opens_box);
    const bool closes = line == "</blockquote>" && !is_box.empty();
    const bool closes_box = closes && is_box.back();
    if (closes) is_box.pop_back();
    if (!opens_box && !closes_box) out += std::string(line) + "\n";
  }
  return out;
}

}  // namespace

std::string filled_plainly(const ParsedDocument& parsed) {
  std::string out;
  std::size_t at = 0;
  for (const Slot& slot : parsed.document.slots) {
    out.append(parsed.body.html, at, slot.begin - at);
    out += slot_text(slot);
    at = slot.begin;
  }
  return out + parsed.body.html.substr(at);
}

namespace {

// "www.example.org" alone leads to https here, and to http there.
std::string with_supposed_http(std::string html) {
  const std::string begin = "<a href=\"https://www.";
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const std::size_t end = html.find("\">", at + begin.size());
    if (end != std::string::npos && html.compare(end + 2, 4, "www.") == 0) html.erase(at + begin.find("s://"), 1);
  }
  return html;
}

}  // namespace

std::string as_library_html(std::string html) {
  html = with_supposed_http(std::move(html));
  for (const char level : std::string_view("23456")) {
    const std::string tag = std::string("<h") + level;
    html = without(html, tag + " id=\"", "\"", tag);
  }
  html = replace_all(html, "<pre tabindex=\"0\">", "<pre>");
  html = replace_all(html, "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\">\n", "");
  html = replace_all(html, "</table>\n</div>\n", "</table>\n");
  html = replace_all(html, "<th scope=\"col\"", "<th");
  html = replace_all(html, " class=\"align-center\"", " align=\"center\"");
  html = replace_all(html, " class=\"align-right\"", " align=\"right\"");
  html = with_heading_cells(html);
  html = replace_all(html, "<ul class=\"task-list\">", "<ul>");
  html = replace_all(html, "<ol class=\"task-list\"", "<ol");
  html = replace_all(html, "<ul class=\"check-list\">", "<ul>");
  html = replace_all(html, "<ol class=\"alphabetical\" type=\"a\"", "<ol");
  html = replace_all(html, " disabled=\"\" aria-label=\"\"", " disabled=\"\"");
  html = replace_all(html, "<section class=\"footnotes\" aria-label=\"\">",
                     "<section class=\"footnotes\" data-footnotes>");
  html = replace_all(html, "<li id=\"fn_", "<li id=\"fn-");
  html = with_library_back_links(std::move(html));
  html = replace_all(html, "<p class=\"box-title\">", "<p>");
  html = without(html, "<svg class=\"cycle\"", "</svg>\n", "");
  html = without(html, "<figure", "\n", "");
  for (const std::string_view tag : {"<figcaption>\n", "</figcaption>\n", "</figure>\n"})
    html = replace_all(html, tag, "");
  html = without_blanks(html);
  html = without(html, "<div class=\"", "\n", "");
  html = replace_all(html, "</div>\n", "");
  return without_box_quotes(html);
}

}  // namespace traff
