// Links and images: slots whose addresses are found when a page is made, and what can be said of them now.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/render_context.h"

namespace traff {

class LinkHtml {
 public:
  explicit LinkHtml(RenderContext& context) : context_(context) {}

  void open_link(cmark_node* link);
  void close_link(cmark_node* link);
  void write_image(cmark_node* image);

 private:
  bool report_unsafe(cmark_node* node);
  void check_words(cmark_node* link);

  RenderContext& context_;
  std::size_t depth_ = 0;  // the parser allows an address inside a link's words, HTML does not: there it is only words
  bool is_unsafe_ = false;
  bool mentions_outside_ = true;
  std::size_t slot_ = 0;
  std::uint32_t text_begin_ = 0;
};

}  // namespace traff
