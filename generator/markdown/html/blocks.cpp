#include "markdown/html/blocks.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "base/messages/codes.h"
#include "base/text.h"
#include "markdown/document/document.h"
#include "markdown/lines/line_marks.h"
#include "markdown/parser/cmark_tree.h"

namespace traff {

namespace {

// Where each heading of a rendered document stands, and what stands under it.

std::uint32_t end_of_text(const DocumentBody& body) {
  for (const Block& block : body.blocks) {
    if (block.kind == BlockKind::footnotes) return block.html.begin;
  }
  return static_cast<std::uint32_t>(body.html.size());
}

class SectionMeasure {
 public:
  explicit SectionMeasure(ParsedDocument& parsed)
      : blocks_(parsed.body.blocks), headings_(parsed.document.headings), text_end_(end_of_text(parsed.body)) {}

  void run() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      while (!open_.empty() && ends(headings_[open_.back()], headings_[i])) close_at(block_of(headings_[i]).html.begin);
      open(i);
    }
  }

 private:
  const Block& block_of(const Heading& heading) const { return blocks_[heading.block]; }

  bool ends(const Heading& open, const Heading& next) const {
    const Block& block = block_of(next);
    const bool outside = block.html.begin >= open.section.end;
    return outside || (block.parent == block_of(open).parent && next.level <= open.level);
  }

  void close_at(std::uint32_t next_begin) {
    std::uint32_t& end = headings_[open_.back()].section.end;
    end = std::min(end, next_begin);
    open_.pop_back();
  }

  void open(std::size_t index) {
    Heading& heading = headings_[index];
    const Block& block = block_of(heading);
    heading.html = block.html;
    heading.inner_begin = block.inner.begin;
    const std::uint32_t outer_end = block.parent == no_block ? text_end_ : blocks_[block.parent].inner.end;
    heading.section = {block.html.end, std::max(block.html.end, outer_end)};
    open_.push_back(index);
  }

  const std::vector<Block>& blocks_;
  std::vector<Heading>& headings_;
  std::uint32_t text_end_;
  std::vector<std::size_t> open_;
};

// Fills html, inner_begin and section of the headings. A section goes on to the next heading of the same or a higher
// level, at most to the end of the box, quote or item the heading stands in, and never into the footnotes. Linear.
void measure_sections(ParsedDocument& parsed) { SectionMeasure(parsed).run(); }

}  // namespace

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
      code::S2(std::string(placed.expected - 1u, '#'), marks, placed.level, std::string(placed.expected, '#')), line,
      marks);
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
  context_.diagnose(code::S4(heading.text), parsed.body.blocks[heading.block].line, heading.text);
}

Outline::Outline(std::uint8_t title_level, bool slides_have_ids) : slides_have_ids_(slides_have_ids) {
  if (title_level == 0) return;
  open_.push_back(title_level);
  title_is_open_ = true;
}

Outline::Placed Outline::place(std::uint8_t written_level) {
  Placed placed;
  const std::uint8_t previous = open_.empty() ? 0 : open_.back();
  placed.jumps = previous > 0 && written_level > previous + 1;
  placed.expected = static_cast<std::uint8_t>(previous + 1);
  while (!open_.empty() && open_.back() >= written_level) {
    open_.pop_back();
    if (open_.empty()) title_is_open_ = false;
  }
  open_.push_back(written_level);
  const std::size_t depth = open_.size() - (title_is_open_ ? 1 : 0);
  placed.level = static_cast<std::uint8_t>(std::min<std::size_t>(6, depth + 1));
  return placed;
}

std::string Outline::make_id(std::string_view text) {
  std::string id = slug(text);
  if (id.empty()) id = "rubrik";
  if (slides_have_ids_ && may_be_slide_id(id)) id = "rubrik-" + id;
  std::uint32_t& count = taken_[id];
  if (++count == 1) return id;
  std::string numbered = id + "-" + std::to_string(count);
  while (taken_.contains(numbered)) numbered = id + "-" + std::to_string(++count);
  taken_[numbered] = 1;
  return numbered;
}

namespace {

bool is_ordered(cmark_node* list) { return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST; }

cmark_node* first_text(cmark_node* item) {
  cmark_node* paragraph = item == nullptr ? nullptr : cmark_node_first_child(item);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  return text != nullptr && kind_of(text) == NodeKind::text ? text : nullptr;
}

void drop_check_mark(cmark_node* item) {
  cmark_node* text = first_text(item);
  const std::string words(trim(literal_of(text).substr(3)));
  cmark_node_set_literal(text, words.c_str());
}

// An item's first words, if they begin with ✓.
bool begins_with_check_mark(cmark_node* item) {
  cmark_node* text = first_text(item);
  return text != nullptr && (literal_of(text).starts_with("✓") || literal_of(text).starts_with("✔"));
}

}  // namespace

void ListHtml::open_list(cmark_node* list) {
  HtmlWriter& out = context_.out;
  out.fresh_line();
  const bool ordered = is_ordered(list);
  cmark_node* first = cmark_node_first_child(list);
  std::string opening = ordered ? "<ol" : "<ul";
  if (ordered && alphabetical_)
    opening += " class=\"alphabetical\" type=\"a\"";
  else if (first != nullptr && kind_of(first) == NodeKind::task_item)
    opening += " class=\"task-list\"";
  else if (begins_with_check_mark(first))
    opening += " class=\"check-list\"";
  alphabetical_ = false;
  const int start = cmark_node_get_list_start(list);
  if (ordered && start != 1) opening += " start=\"" + std::to_string(start) + "\"";
  out.open_block(BlockKind::list, opening + ">\n", context_.line_of(list), ordered ? 1 : 0);
}

void ListHtml::close_list(cmark_node* list) {
  context_.out.fresh_line();
  context_.out.close_block(is_ordered(list) ? "</ol>\n" : "</ul>\n");
}

void ListHtml::open_item(cmark_node* item, bool is_task) {
  context_.out.fresh_line();
  context_.out.open_block(BlockKind::item, "<li>", context_.line_of(item));
  if (is_task)
    write_task_box(cmark_gfm_extensions_get_tasklist_item_checked(item));
  else if (begins_with_check_mark(item))
    drop_check_mark(item);
}

void ListHtml::write_task_box(bool done) {
  HtmlWriter& out = context_.out;
  out.raw(done ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\""
               : "<input type=\"checkbox\" disabled=\"\" aria-label=\"");
  out.add_slot(SlotKind::phrase, done ? "task.done" : "task.open");
  out.raw("\" /> ");
}

namespace {

std::string_view alignment_class(cmark_node* table, std::uint16_t column) {
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
  if (alignments == nullptr || column >= cmark_gfm_extensions_get_table_columns(table)) return {};
  switch (alignments[column]) {
    case 'c': return " class=\"align-center\"";
    case 'r': return " class=\"align-right\"";
    default: return {};
  }
}

}  // namespace

void TableHtml::open_table(cmark_node* table) {
  HtmlWriter& out = context_.out;
  table_ = table;
  body_is_open_ = false;
  out.fresh_line();
  // The label's slot stands inside the opening tag, so the block opens first and the tag is written in parts.
  out.open_block(BlockKind::table, "", context_.line_of(table));
  out.raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  out.add_slot(SlotKind::phrase, "table", std::to_string(++tables_));
  out.raw("\">\n<table>\n");
  out.innermost().inner.begin = out.html_size();
}

void TableHtml::close_table() {
  context_.out.fresh_line();
  if (body_is_open_) context_.out.raw("</tbody>\n");
  context_.out.close_block("</table>\n</div>\n");
}

void TableHtml::open_row(cmark_node* row) {
  HtmlWriter& out = context_.out;
  row_is_header_ = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
  column_ = 0;
  out.fresh_line();
  if (row_is_header_) {
    out.raw("<thead>\n");
  } else if (!body_is_open_) {
    out.raw("<tbody>\n");
    body_is_open_ = true;
  }
  out.open_block(BlockKind::row, "<tr>", context_.line_of(row), row_is_header_ ? 1 : 0);
}

void TableHtml::close_row() {
  context_.out.fresh_line();
  context_.out.close_block("</tr>\n");
  if (row_is_header_) context_.out.raw("</thead>\n");
}

void TableHtml::open_cell(cmark_node* cell) {
  context_.out.fresh_line();
  // An empty heading cell is no heading: nothing for a screen reader to say.
  cell_is_heading_ = row_is_header_ && cmark_node_first_child(cell) != nullptr;
  std::string opening = cell_is_heading_ ? "<th scope=\"col\"" : "<td";
  opening += alignment_class(table_, column_++);
  context_.out.open_block(BlockKind::cell, opening + ">", context_.line_of(cell), cell_is_heading_ ? 1 : 0);
}

void TableHtml::close_cell() { context_.out.close_block(cell_is_heading_ ? "</th>" : "</td>"); }

namespace {

// Nothing but a picture, perhaps with a link around it.
bool is_picture(cmark_node* paragraph) {
  cmark_node* only = cmark_node_first_child(paragraph);
  if (only == nullptr || cmark_node_next(only) != nullptr) return false;
  if (kind_of(only) == NodeKind::link) return is_picture(only);
  return kind_of(only) == NodeKind::image;
}

}  // namespace

// A caption that became the page's title is not shown here.
cmark_node* FigureHtml::next_caption(cmark_node* after) const {
  cmark_node* next = cmark_node_next(after);
  if (next == nullptr || kind_of(next) != NodeKind::paragraph || next == context_.input.title_node) return nullptr;
  cmark_node* words = cmark_node_first_child(next);
  while (words != nullptr && (kind_of(words) == NodeKind::emphasis || kind_of(words) == NodeKind::strong)) {
    words = cmark_node_first_child(words);
  }
  const bool is_text = words != nullptr && kind_of(words) == NodeKind::text;
  return is_text && begins_as_caption(literal_of(words)) ? next : nullptr;
}

void FigureHtml::before(cmark_node* paragraph) {
  HtmlWriter& out = context_.out;
  if (caption_ != nullptr && paragraph == caption_) {
    out.fresh_line();
    if (!in_caption_) out.raw("<figcaption>\n");
    in_caption_ = true;
    return;
  }
  if (!is_picture(paragraph)) return;
  caption_ = next_caption(paragraph);
  is_box_ = false;
  if (caption_ == nullptr) return;
  out.fresh_line();
  out.open_block(BlockKind::figure, "<figure>\n", context_.line_of(paragraph));
}

void FigureHtml::after(cmark_node* paragraph) {
  if (caption_ == nullptr || paragraph != caption_) return;
  caption_ = next_caption(paragraph);
  if (caption_ != nullptr) return;
  context_.out.raw("</figcaption>\n");
  is_box_ ? boxes_.close_box() : context_.out.close_block("</figure>\n");
  in_caption_ = false;
}

void FigureHtml::close_box(cmark_node* mark) {
  cmark_node* caption = boxes_.is_in_figure() ? next_caption(mark) : nullptr;
  if (caption == nullptr) return boxes_.close_box();
  caption_ = caption;
  is_box_ = true;
}

}  // namespace traff
