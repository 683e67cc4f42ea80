#include "markdown/list_html.h"

#include <cmark-gfm-core-extensions.h>

#include "base/text.h"
#include "markdown/node_text.h"

namespace traff {

namespace {

bool is_ordered(cmark_node* list) { return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST; }

cmark_node* first_text(cmark_node* item) {
  cmark_node* paragraph = item == nullptr ? nullptr : cmark_node_first_child(item);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  return text != nullptr && kind_of(text) == NodeKind::text ? text : nullptr;
}

void drop_check_mark(cmark_node* item) {
  cmark_node* text = first_text(item);
  const std::string words(trim(literal_of(text).substr(3)));
  cmark_node_set_literal(text, words.c_str());
}

}  // namespace

bool begins_with_check_mark(cmark_node* item) {
  cmark_node* text = first_text(item);
  return text != nullptr && (literal_of(text).starts_with("✓") || literal_of(text).starts_with("✔"));
}

void ListHtml::open_list(cmark_node* list) {
  HtmlWriter& out = context_.out;
  out.fresh_line();
  const bool ordered = is_ordered(list);
  cmark_node* first = cmark_node_first_child(list);
  std::string opening = ordered ? "<ol" : "<ul";
  if (ordered && alphabetical_)
    opening += " class=\"alphabetical\" type=\"a\"";
  else if (first != nullptr && kind_of(first) == NodeKind::task_item)
    opening += " class=\"task-list\"";
  else if (begins_with_check_mark(first))
    opening += " class=\"check-list\"";
  alphabetical_ = false;
  const int start = cmark_node_get_list_start(list);
  if (ordered && start != 1) opening += " start=\"" + std::to_string(start) + "\"";
  out.open_block(BlockKind::list, opening + ">\n", context_.line_of(list), ordered ? 1 : 0);
}

void ListHtml::close_list(cmark_node* list) {
  context_.out.fresh_line();
  context_.out.close_block(is_ordered(list) ? "</ol>\n" : "</ul>\n");
}

void ListHtml::open_item(cmark_node* item, bool is_task) {
  context_.out.fresh_line();
  context_.out.open_block(BlockKind::item, "<li>", context_.line_of(item));
  if (is_task)
    write_task_box(cmark_gfm_extensions_get_tasklist_item_checked(item));
  else if (begins_with_check_mark(item))
    drop_check_mark(item);
}

void ListHtml::write_task_box(bool done) {
  HtmlWriter& out = context_.out;
  out.raw(done ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\""
               : "<input type=\"checkbox\" disabled=\"\" aria-label=\"");
  out.add_slot(SlotKind::phrase, done ? "task.done" : "task.open");
  out.raw("\" /> ");
}

}  // namespace traff
