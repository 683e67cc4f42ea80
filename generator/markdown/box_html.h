// `::: ruta` … `:::` as elements. The block pass (block_lines) has made marks of their lines, each a paragraph of its
// own at the top of the tree.
#pragma once

#include <vector>

#include "markdown/block_lines.h"
#include "markdown/render_context.h"

namespace traff {

class BoxHtml {
 public:
  explicit BoxHtml(RenderContext& context) : context_(context) {}

  // Opens the box and takes its mark and name from the paragraph. True when words are left: its title, which the
  // walk then renders between open_title and close_title.
  bool open_box(cmark_node* paragraph);
  void open_title(cmark_node* paragraph);
  void close_title();

  void break_column();
  void close_box();
  void close_all();

 private:
  struct OpenBox {
    BoxKind kind;
    Language language_outside;
  };

  RenderContext& context_;
  std::vector<OpenBox> open_;
};

}  // namespace traff
