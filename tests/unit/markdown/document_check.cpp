#include "markdown/document_check.h"

#include <algorithm>
#include <set>

#include "base/messages/catalogue.h"
#include "base/unicode.h"
#include "markdown/document/document.h"
#include "markdown/lines/author_text.h"
#include "markdown/plain_html.h"

namespace traff {

namespace {

bool is_inside(const Range& inner, const Range& outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

std::string broken_block(const DocumentBody& body) {
  const Range html{0, static_cast<std::uint32_t>(body.html.size())};
  const Range text{0, static_cast<std::uint32_t>(body.text.size())};
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    const Block& block = body.blocks[i];
    const std::string name = "block " + std::to_string(i);
    if (!is_inside(block.html, html) || !is_inside(block.inner, block.html) || !is_inside(block.text, text))
      return name + " out of range";
    if (block.line == 0) return name + " has no line";
    if (block.parent == no_block) continue;
    if (block.parent >= i) return name + " before its parent";
    const Block& parent = body.blocks[block.parent];
    if (!is_inside(block.html, parent.inner) || !is_inside(block.text, parent.text))
      return name + " outside its parent";
  }
  const auto later = [](const Block& a, const Block& b) { return a.html.begin < b.html.begin; };
  return std::is_sorted(body.blocks.begin(), body.blocks.end(), later) ? "" : "blocks out of order";
}

std::string broken_heading(const ParsedDocument& parsed) {
  std::set<std::string> ids;
  for (const Heading& heading : parsed.document.headings) {
    if (heading.block >= parsed.body.blocks.size()) return "heading without block";
    const Block& block = parsed.body.blocks[heading.block];
    const Range html{0, static_cast<std::uint32_t>(parsed.body.html.size())};
    if (block.kind != BlockKind::heading || !(block.html == heading.html) || heading.inner_begin != block.inner.begin)
      return "heading elsewhere";
    if (!is_inside(heading.section, html) || heading.section.begin != heading.html.end)
      return "section of " + heading.id;
    if (heading.level < 2 || heading.level > 6) return "level of " + heading.id;
    if (!ids.insert(heading.id).second) return "id twice: " + heading.id;
    const std::string opening = "<h" + std::to_string(heading.level) + " id=\"" + heading.id + "\">";
    if (parsed.body.html.compare(heading.html.begin, opening.size(), opening) != 0) return "tag of " + heading.id;
  }
  return {};
}

std::string broken_slot(const ParsedDocument& parsed) {
  std::uint32_t last = 0;
  for (const Slot& slot : parsed.document.slots) {
    if (slot.begin < last || slot.end < slot.begin || slot.end > parsed.body.html.size())
      return "slot at " + std::to_string(slot.begin);
    last = slot.begin;
  }
  return {};
}

std::string broken_message(const Document& document, const SourceText& source) {
  const AuthorText author(source.path, source.bytes);
  for (const Diagnostic& diagnostic : document.diagnostics) {
    message_text(diagnostic.code);
    const std::uint32_t line = diagnostic.place.line;
    const std::uint32_t column = diagnostic.place.column;
    if (column > 0 && column > code_point_count(author.line(line)) + 1)
      return diagnostic.code.name() + " outside its line";
    if (!diagnostic.line.empty() && diagnostic.line != author.line(line))
      return diagnostic.code.name() + " in another line";
  }
  return {};
}

std::string broken_bytes(const ParsedDocument& parsed) {
  const auto head = parse_head(head_bytes(parsed.document));
  if (!head || head_bytes(*head) != head_bytes(parsed.document)) return "bytes of the head";
  return {};
}

}  // namespace

std::string unbalanced_tag(std::string_view html) {
  std::vector<std::string_view> open;
  while (!html.empty()) {
    const std::size_t begin = html.find('<');
    if (begin == std::string_view::npos) break;
    const std::size_t end = html.find('>', begin);
    if (end == std::string_view::npos) return "a tag without end";
    const std::string_view tag = html.substr(begin + 1, end - begin - 1);
    html.remove_prefix(end + 1);
    if (tag.ends_with('/')) continue;
    if (!tag.starts_with('/')) {
      open.push_back(tag.substr(0, tag.find(' ')));
    } else {
      if (open.empty() || open.back() != tag.substr(1)) return std::string(tag);
      open.pop_back();
    }
  }
  return open.empty() ? "" : std::string(open.back());
}

std::string broken_promise(const ParsedDocument& parsed, const SourceText& source) {
  if (parsed.document.title.empty()) return "no title";
  if (parsed.document.html_size != parsed.body.html.size()) return "html_size";
  if (first_invalid_utf8(parsed.body.html) != std::string::npos) return "html is not UTF-8";
  if (first_invalid_utf8(parsed.body.text) != std::string::npos) return "text is not UTF-8";
  for (const std::string& broken : {broken_slot(parsed), broken_block(parsed.body), broken_heading(parsed),
                                    broken_bytes(parsed), broken_message(parsed.document, source)}) {
    if (!broken.empty()) return broken;
  }
  const std::string tag = unbalanced_tag(filled_plainly(parsed));
  return tag.empty() ? "" : "tags: " + tag;
}

}  // namespace traff
