#include "markdown/box_html.h"

#include "base/text.h"
#include "markdown/node_text.h"

namespace traff {

namespace {

std::string_view opening_tag(BoxKind kind) {
  switch (kind) {
    case BoxKind::note: return "<div class=\"box box-ruta\">\n";
    case BoxKind::important: return "<div class=\"box box-viktigt\">\n";
    case BoxKind::quote: return "<blockquote class=\"box box-citat\">\n";
    case BoxKind::english: return "<div class=\"box box-engelska\" lang=\"en\">\n";
    case BoxKind::columns: return "<div class=\"columns\">\n";
    case BoxKind::cycle: return "<div class=\"box box-cykel\">\n";
    case BoxKind::process: return "<div class=\"box box-process\">\n";
    case BoxKind::notes: return "<div class=\"box box-anteckningar\">\n";
    case BoxKind::programme: return "<div class=\"box-program\">\n";
    case BoxKind::unknown: break;
  }
  return "<div class=\"box\">\n";
}

// Takes mark and name from the paragraph's first words; an unknown name is shown. True when something is left.
bool take_name(cmark_node* first, BoxKind& kind) {
  std::string_view words = literal_of(first).substr(box_open_mark.size());
  const std::string_view name = box_name(words);
  kind = parse_box_kind(name);
  if (kind != BoxKind::unknown) words.remove_prefix(name.size());
  while (words.starts_with(' ')) words.remove_prefix(1);
  const bool has_words = !words.empty() || cmark_node_next(first) != nullptr;
  cmark_node_set_literal(first, std::string(words).c_str());
  return has_words;
}

}  // namespace

bool BoxHtml::open_box(cmark_node* paragraph) {
  HtmlWriter& out = context_.out;
  BoxKind kind = BoxKind::unknown;
  const bool has_title = take_name(cmark_node_first_child(paragraph), kind);
  out.fresh_line();
  out.open_block(BlockKind::box, opening_tag(kind), context_.line_of(paragraph), static_cast<std::uint8_t>(kind));
  open_.push_back({kind, out.language});
  if (kind == BoxKind::english) out.language = Language::en;
  if (kind == BoxKind::programme) out.add_slot(SlotKind::programme, {});
  if (kind == BoxKind::columns && !has_title) out.raw("<div class=\"column\">\n");
  return has_title;
}

void BoxHtml::open_title(cmark_node* paragraph) {
  context_.out.open_block(BlockKind::paragraph, "<p class=\"box-title\">", context_.line_of(paragraph));
}

void BoxHtml::close_title() {
  context_.out.close_block("</p>\n");
  if (!open_.empty() && open_.back().kind == BoxKind::columns) context_.out.raw("<div class=\"column\">\n");
}

void BoxHtml::break_column() {
  if (open_.empty() || open_.back().kind != BoxKind::columns) return;
  context_.out.fresh_line();
  context_.out.raw("</div>\n<div class=\"column\">\n");
}

void BoxHtml::close_box() {
  if (open_.empty()) return;
  HtmlWriter& out = context_.out;
  out.fresh_line();
  const OpenBox box = open_.back();
  open_.pop_back();
  out.language = box.language_outside;
  if (box.kind == BoxKind::columns) out.raw("</div>\n");
  out.close_block(box.kind == BoxKind::quote ? "</blockquote>\n" : "</div>\n");
}

void BoxHtml::close_all() {
  while (!open_.empty()) close_box();
}

}  // namespace traff
