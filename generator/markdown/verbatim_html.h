// What is shown as its author typed it: code, and raw HTML, which is text here (S19).
#pragma once

#include <set>
#include <string>

#include "markdown/render_context.h"

namespace traff {

class VerbatimHtml {
 public:
  explicit VerbatimHtml(RenderContext& context) : context_(context) {}

  void write_code(cmark_node* code);
  void write_code_block(cmark_node* block);
  void write_html(cmark_node* html);
  void write_html_block(cmark_node* block);

 private:
  void write_paragraph(cmark_node* block);
  void report_tag(cmark_node* html);

  RenderContext& context_;
  std::set<std::string> reported_tags_;
};

}  // namespace traff
