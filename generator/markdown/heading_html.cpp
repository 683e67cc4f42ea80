#include "markdown/heading_html.h"

#include <algorithm>

#include "markdown/node_text.h"
#include "markdown/section_ranges.h"

namespace traff {

void HeadingHtml::open_heading(cmark_node* heading) {
  HtmlWriter& out = context_.out;
  const auto written = static_cast<std::uint8_t>(cmark_node_get_heading_level(heading));
  const Outline::Placed placed = outline_.place(written);
  const std::uint32_t line = context_.line_of(heading);
  if (placed.jumps) report_jump(written, placed, line);
  Heading made;
  made.block = static_cast<std::uint32_t>(context_.parsed.body.blocks.size());
  made.level = placed.level;
  made.text = inline_text(heading, out.language);
  made.id = outline_.make_id(made.text);
  const std::string name = "h" + std::to_string(placed.level);
  out.fresh_line();
  out.open_block(BlockKind::heading, "<" + name + " id=\"" + made.id + "\">", line, placed.level);
  out.mentions_allowed = false;
  closing_tag_ = "</" + name + ">\n";
  context_.parsed.document.headings.push_back(std::move(made));
}

void HeadingHtml::close_heading() {
  context_.out.close_block(closing_tag_);
  context_.out.mentions_allowed = true;
}

void HeadingHtml::report_jump(std::uint8_t written, const Outline::Placed& placed, std::uint32_t line) {
  const std::string marks(written, '#');
  context_.diagnose(
      "S2", line, marks,
      {std::string(placed.expected - 1u, '#'), marks, std::to_string(placed.level), std::string(placed.expected, '#')});
}

void HeadingHtml::finish() {
  measure_sections(context_.parsed);
  if (context_.input.is_presentation) return;
  for (const Heading& heading : context_.parsed.document.headings) report_if_empty(heading);
}

void HeadingHtml::report_if_empty(const Heading& heading) {
  const ParsedDocument& parsed = context_.parsed;
  if (parsed.body.section_blocks(heading).size() > 0) return;
  const std::vector<Slot>& slots = parsed.document.slots;
  const auto slot = std::lower_bound(slots.begin(), slots.end(), heading.section.begin,
                                     [](const Slot& each, std::uint32_t at) { return each.begin < at; });
  if (slot != slots.end() && slot->begin < heading.section.end) return;
  context_.diagnose("S4", parsed.body.blocks[heading.block].line, heading.text, {heading.text});
}

}  // namespace traff
