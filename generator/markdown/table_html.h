// Tables: scrolled sideways by keyboard on narrow screens, heading cells with `scope`, alignment by class.
#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/render_context.h"

namespace traff {

class TableHtml {
 public:
  explicit TableHtml(RenderContext& context) : context_(context) {}

  void open_table(cmark_node* table);
  void close_table();
  void open_row(cmark_node* row);
  void close_row();
  void open_cell(cmark_node* cell);
  void close_cell();

 private:
  RenderContext& context_;
  cmark_node* table_ = nullptr;
  std::size_t tables_ = 0;
  std::uint16_t column_ = 0;
  bool body_is_open_ = false;
  bool row_is_header_ = false;
  bool cell_is_heading_ = false;
};

}  // namespace traff
