#include "markdown/footnote_html.h"

#include <charconv>

#include "markdown/dropped_parts.h"
#include "markdown/node_text.h"
#include "markdown/tree_walk.h"

namespace traff {

namespace {

std::vector<cmark_node*> definitions_of(cmark_node* root) {
  std::vector<cmark_node*> found;
  cmark_node* first = cmark_node_last_child(root);
  while (first != nullptr && kind_of(first) == NodeKind::footnote_definition) {
    found.push_back(first);
    first = cmark_node_previous(first);
  }
  return {found.rbegin(), found.rend()};
}

bool is_last_shown(cmark_node* block) {
  cmark_node* next = cmark_node_next(block);
  while (next != nullptr && is_empty_heading(next)) next = cmark_node_next(next);
  return next == nullptr;
}

std::string note_id(std::string_view prefix, std::size_t number, std::size_t repeat) {
  return std::string(prefix) + std::to_string(number) + (repeat > 1 ? "_" + std::to_string(repeat) : "");
}

}  // namespace

void FootnoteHtml::number() {
  const std::vector<cmark_node*> definitions = definitions_of(context_.input.root);
  if (definitions.empty()) return;
  notes_.resize(definitions.size() + 1);
  for (std::size_t i = 0; i < definitions.size(); ++i) notes_[i + 1].definition = definitions[i];
  count_marks(context_.input.root);
  number_notes_within();
  for (Note& note : notes_) {
    if (note.definition == nullptr || note.number > 0) continue;
    give_number(note);
    number_notes_within();
  }
  for (const Note* note : in_order_) cmark_node_append_child(context_.input.root, note->definition);
}

// Notes are read after the text, and a note may be the first to refer to another.
void FootnoteHtml::number_notes_within() {
  for (; notes_looked_into_ < in_order_.size(); ++notes_looked_into_)
    count_marks(in_order_[notes_looked_into_]->definition);
}

void FootnoteHtml::count_marks(cmark_node* root) {
  walk_tree(
      root,
      [&](cmark_node* node, NodeKind kind) {
        if (kind == NodeKind::footnote_reference) {
          if (Note* note = note_of(node)) {
            ++note->marks;
            give_number(*note);
          }
        }
        const bool is_read = kind != NodeKind::image && (kind != NodeKind::footnote_definition || node == root);
        return is_read && !(kind == NodeKind::paragraph && is_list_of_unused_notes(node));
      },
      [](cmark_node*, NodeKind) {});
}

void FootnoteHtml::give_number(Note& note) {
  if (note.number > 0) return;
  in_order_.push_back(&note);
  note.number = in_order_.size();
}

FootnoteHtml::Note* FootnoteHtml::note_of(cmark_node* reference) {
  const std::string_view digits = literal_of(reference);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number > 0 && number < notes_.size() ? &notes_[number] : nullptr;
}

void FootnoteHtml::write_mark(cmark_node* reference) {
  HtmlWriter& out = context_.out;
  Note* note = note_of(reference);
  out.end_run();
  if (note == nullptr) return;
  const std::string number = std::to_string(note->number);
  const std::string repeat = ++note->written > 1 ? "_" + std::to_string(note->written) : "";
  out.raw("<sup class=\"footnote-ref\"><a");
  out.add_slot(SlotKind::footnote, number, repeat);
  out.raw(">" + number + "</a></sup>");
}

void FootnoteHtml::open_note(cmark_node* definition) {
  HtmlWriter& out = context_.out;
  const std::uint32_t line = context_.line_of(definition);
  out.fresh_line();
  if (open_ == 0) {
    out.open_block(BlockKind::footnotes, "", line);
    out.raw("<section class=\"footnotes\" aria-label=\"");
    out.add_slot(SlotKind::phrase, "footnotes");
    out.raw("\">\n<ol>\n");
  }
  ++open_;
  back_links_written_ = false;
  out.open_block(BlockKind::footnote, "<li id=\"" + note_id("fn_", open_, 1) + "\">\n", line);
}

void FootnoteHtml::end_paragraph(cmark_node* paragraph) {
  const bool ends_note =
      open_ > 0 && is_last_shown(paragraph) && kind_of(cmark_node_parent(paragraph)) == NodeKind::footnote_definition;
  if (!ends_note || in_order_[open_ - 1]->marks == 0) return;
  context_.out.end_run();
  context_.out.raw(" ");
  write_back_links();
}

void FootnoteHtml::close_note() {
  context_.out.fresh_line();
  if (!back_links_written_ && in_order_[open_ - 1]->marks > 0) {
    write_back_links();
    context_.out.raw("\n");
  }
  context_.out.close_block("</li>\n");
}

void FootnoteHtml::write_back_links() {
  HtmlWriter& out = context_.out;
  back_links_written_ = true;
  for (std::size_t repeat = 1; repeat <= in_order_[open_ - 1]->marks; ++repeat) {
    if (repeat > 1) out.raw(" ");
    out.raw("<a href=\"#" + note_id("fnref_", open_, repeat) + "\" class=\"footnote-back\" aria-label=\"");
    out.add_slot(SlotKind::phrase, "footnote.back", std::to_string(open_));
    out.raw("\">↩");
    if (repeat > 1) out.raw("<sup>" + std::to_string(repeat) + "</sup>");
    out.raw("</a>");
  }
}

void FootnoteHtml::close_section() {
  if (open_ > 0) context_.out.close_block("</ol>\n</section>\n");
}

}  // namespace traff
