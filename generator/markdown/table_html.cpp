#include "markdown/table_html.h"

#include <cmark-gfm-core-extensions.h>

namespace traff {

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

}  // namespace traff
