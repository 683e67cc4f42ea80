#include "markdown/box_html.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/cycle_svg.h"
#include "markdown/label_lines.h"
#include "markdown/node_text.h"
#include "markdown/step_list.h"

namespace traff {

namespace {

std::string_view opening_tag(BoxKind kind) {
  switch (kind) {
    case BoxKind::note: return "<div class=\"box box-ruta\">\n";
    case BoxKind::important: return "<div class=\"box box-viktigt\">\n";
    case BoxKind::quote: return "<blockquote class=\"box box-citat\">\n";
    case BoxKind::english: return "<div class=\"box box-engelska\" lang=\"en\">\n";
    case BoxKind::columns: return "<div class=\"columns\">\n";
    case BoxKind::cycle: return "<figure class=\"box box-cykel\">\n";
    case BoxKind::process: return "<figure class=\"box box-process\">\n";
    case BoxKind::notes: return "<div class=\"box box-anteckningar\">\n";
    case BoxKind::programme: return "<div class=\"box-program\">\n";
    case BoxKind::unknown: break;
  }
  return "<div class=\"box\">\n";
}

std::string_view closing_tag(BoxKind kind) {
  switch (kind) {
    case BoxKind::quote: return "</blockquote>\n";
    case BoxKind::cycle:
    case BoxKind::process: return "</figure>\n";
    default: return "</div>\n";
  }
}

std::size_t count_items(cmark_node* list) {
  std::size_t count = 0;
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) ++count;
  return count;
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
  open_.push_back({kind, out.language, paragraph});
  if (kind == BoxKind::english) out.language = Language::en;
  if (kind == BoxKind::programme) add_meetings(SlotKind::programme);
  if (kind == BoxKind::columns && !has_title) out.raw("<div class=\"column\">\n");
  if (is_figure(kind)) prepare_figure(paragraph);
  if (!has_title) write_figure();
  return has_title;
}

void BoxHtml::prepare_figure(cmark_node* box_mark) {
  cmark_node* list = list_of_box(box_mark);
  if (open_.back().kind == BoxKind::cycle)
    prepare_cycle(box_mark, list);
  else
    shows_meetings_ = list == nullptr;
}

void BoxHtml::prepare_cycle(cmark_node* box_mark, cmark_node* list) {
  const std::uint32_t line = context_.line_of(box_mark);
  const std::size_t steps = list == nullptr ? 0 : count_items(list);
  if (steps < fewest_cycle_steps || steps > most_cycle_steps) {
    context_.diagnose("S40", line, ":::", {std::to_string(steps)});
    return;
  }
  const std::vector<std::string> names = step_names(list, context_.out.language);
  if (const auto drawing = cycle_svg(names)) {
    drawing_ = *drawing;
    return;
  }
  const auto widest = std::max_element(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return text_width(a) < text_width(b);
  });
  context_.diagnose("S41", line, ":::", {std::to_string(widest - names.begin() + 1)});
}

void BoxHtml::write_figure() {
  HtmlWriter& out = context_.out;
  out.raw(drawing_);
  drawing_.clear();
  if (shows_meetings_) add_meetings(SlotKind::process);
  shows_meetings_ = false;
}

void BoxHtml::add_meetings(SlotKind kind) {
  const std::size_t slot = context_.out.add_slot(kind, {});
  context_.place_slot(slot, open_.back().mark, ":::");
}

void BoxHtml::open_title(cmark_node* paragraph) {
  context_.out.open_block(BlockKind::paragraph, "<p class=\"box-title\">", context_.line_of(paragraph));
}

void BoxHtml::close_title() {
  context_.out.close_block("</p>\n");
  write_figure();
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
  out.close_block(closing_tag(box.kind));
}

void BoxHtml::close_all() {
  while (!open_.empty()) close_box();
}

}  // namespace traff
