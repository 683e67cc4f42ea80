// Pictures with a caption: `Figur: …`, `Bild: …` and `Källa: …` in paragraphs of their own below a picture, or below a
// `::: cykel` or `::: process`, become its <figcaption>. The words stay as the author wrote them.
#pragma once

#include "markdown/box_html.h"
#include "markdown/render_context.h"

namespace traff {

class FigureHtml {
 public:
  FigureHtml(RenderContext& context, BoxHtml& boxes) : context_(context), boxes_(boxes) {}

  // Before a paragraph: opens the figure it begins, or the caption it is.
  void before(cmark_node* paragraph);
  // After one: closes the caption and the figure when no more of the caption follows.
  void after(cmark_node* paragraph);

  // The mark that ends a box. It is left open for a caption below it.
  void close_box(cmark_node* mark);

 private:
  cmark_node* next_caption(cmark_node* after) const;

  RenderContext& context_;
  BoxHtml& boxes_;
  cmark_node* caption_ = nullptr;  // the paragraph expected next
  bool in_caption_ = false;        // its element is open
  bool is_box_ = false;            // the figure is a box
};

}  // namespace traff
