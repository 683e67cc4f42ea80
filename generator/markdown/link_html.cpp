#include "markdown/link_html.h"

#include "base/text.h"
#include "markdown/link_words.h"
#include "markdown/node_text.h"

namespace traff {

bool LinkHtml::report_unsafe(cmark_node* node) {
  const std::string_view address = address_of(node);
  if (!is_unsafe_address(address)) return false;
  const std::string scheme(address.substr(0, address.find(':') + 1));
  context_.diagnose("L3", context_.line_of(node), address, {scheme});
  return true;
}

void LinkHtml::open_link(cmark_node* link) {
  HtmlWriter& out = context_.out;
  out.end_run();
  if (++depth_ > 1) return;
  text_begin_ = out.text_size();
  is_unsafe_ = report_unsafe(link);
  if (is_unsafe_) return;
  const std::string_view address = address_of(link);
  out.raw("<a");
  slot_ = out.add_slot(SlotKind::link, std::string(address));
  context_.place_slot(slot_, link, address);
  if (const std::string_view title = title_of(link); !title.empty()) {
    out.raw(" title=\"");
    out.escaped(title);
    out.raw("\"");
  }
  out.raw(">");
  mentions_outside_ = out.mentions_allowed;
  out.mentions_allowed = false;
}

void LinkHtml::close_link(cmark_node* link) {
  HtmlWriter& out = context_.out;
  out.end_run();
  if (--depth_ > 0 || is_unsafe_) return;
  out.raw("</a>");
  out.end_slot(slot_);
  out.mentions_allowed = mentions_outside_;
  check_words(link);
}

void LinkHtml::check_words(cmark_node* link) {
  const std::string words(trim(context_.out.words_since(text_begin_)));
  const std::string_view address = address_of(link);
  const std::uint32_t line = context_.line_of(link);
  constexpr std::size_t long_address = 60;
  const bool bare_long_address =
      words.size() > long_address && (words.starts_with("http") || words.starts_with("www."));
  if (says_nothing(words)) {
    context_.diagnose("S20", line, words, {words});
  } else if (bare_long_address) {
    context_.diagnose("S29", line, words, {});
  }
  if (address.starts_with("http://") && !address.starts_with("http://localhost")) {
    context_.diagnose("S30", line, "http://", {});
  }
}

void LinkHtml::write_image(cmark_node* image) {
  HtmlWriter& out = context_.out;
  out.end_run();
  const std::string_view address = address_of(image);
  const bool is_unsafe = report_unsafe(image);
  const std::string words = inline_text(image, out.language);
  const std::size_t index = out.add_slot(SlotKind::image, is_unsafe ? "" : std::string(address), words);
  context_.place_slot(index, image, address);
  out.slot(index).title = title_of(image);
  context_.parsed.body.text += words;
}

}  // namespace traff
