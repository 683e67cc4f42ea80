#include "markdown/figure_html.h"

#include "markdown/caption.h"
#include "markdown/node_text.h"

namespace traff {

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
