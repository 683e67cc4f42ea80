// Headings: levels without gaps under the page's one <h1> (S2), ids, and afterwards what stands under each.
#pragma once

#include <string>

#include "markdown/outline.h"
#include "markdown/render_context.h"

namespace traff {

class HeadingHtml {
 public:
  explicit HeadingHtml(RenderContext& context)
      : context_(context), outline_(context.input.title_level, context.input.is_presentation) {}

  void open_heading(cmark_node* heading);
  void close_heading();

  // When the whole document stands: places and sections of the headings, and those with nothing under them (S4).
  void finish();

 private:
  void report_jump(std::uint8_t written, const Outline::Placed& placed, std::uint32_t line);
  void report_if_empty(const Heading& heading);

  RenderContext& context_;
  Outline outline_;
  std::string closing_tag_;
};

}  // namespace traff
