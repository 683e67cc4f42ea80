// Lists and their items: bulleted, numbered, `a)`, check lists (T3) and task lists.
#pragma once

#include "markdown/render_context.h"

namespace traff {

class ListHtml {
 public:
  explicit ListHtml(RenderContext& context) : context_(context) {}

  void open_list(cmark_node* list);
  void close_list(cmark_node* list);
  void open_item(cmark_node* item, bool is_task);
  void close_item() { context_.out.close_block("</li>\n"); }

  // The next list is one of `a) b) c)`.
  void expect_alphabetical() { alphabetical_ = true; }

 private:
  void write_task_box(bool done);

  RenderContext& context_;
  bool alphabetical_ = false;
};

// An item's first words, if they begin with ✓.
bool begins_with_check_mark(cmark_node* item);

}  // namespace traff
