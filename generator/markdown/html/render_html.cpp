#include "markdown/html/render_html.h"

#include <string_view>

#include "markdown/citation/citation_slots.h"
#include "markdown/html/blocks.h"
#include "markdown/html/box_html.h"
#include "markdown/html/inlines.h"
#include "markdown/parser/cmark_tree.h"
#include "markdown/parser/dropped_parts.h"

namespace traff {

namespace {

class TreeRenderer {
 public:
  TreeRenderer(const RenderInput& input, ParsedDocument& parsed) : context_(input, parsed) {}

  std::uint32_t run() {
    const std::size_t source_size = context_.input.source_size;
    context_.parsed.body.html.reserve(source_size + source_size / 2);
    context_.parsed.body.text.reserve(source_size);
    footnotes_.number();
    walk_tree(
        context_.input.root,
        [&](cmark_node* node, NodeKind kind) {
          return !is_left_out(node, kind) && !is_too_large(node) && enter(node, kind);
        },
        [&](cmark_node* node, NodeKind kind) { leave(node, kind); });
    boxes_.close_all();
    footnotes_.close_section();
    out_.end_run();
    context_.parsed.document.html_size = out_.html_size();
    headings_.finish();
    add_citation_slots(context_.parsed);
    return too_large_at_;
  }

 private:
  bool is_too_large(cmark_node* node) {
    constexpr std::size_t most_bytes = 8'000'000;  // and as many times the text
    constexpr std::size_t most_times = 8;
    if (too_large_at_ != 0) return true;
    const std::vector<Slot>& slots = context_.parsed.document.slots;
    for (; counted_ < slots.size(); ++counted_)
      slot_bytes_ += slots[counted_].target.size() + slots[counted_].text.size() + slots[counted_].title.size();
    if (out_.html_size() + slot_bytes_ <= most_bytes + most_times * context_.input.source_size) return false;
    too_large_at_ = context_.line_of(node);
    return true;
  }

  bool is_left_out(cmark_node* node, NodeKind kind) {
    if (node == context_.input.title_node) return true;
    if (kind == NodeKind::paragraph) return is_list_of_unused_notes(node);
    if (kind == NodeKind::heading) return is_empty_heading(node);
    const bool is_empty_item = kind == NodeKind::item && cmark_node_first_child(node) == nullptr;
    return is_empty_item && (cmark_node_previous(node) != nullptr || cmark_node_next(node) != nullptr);
  }

  // True when the children are to be visited, and leave called after them.
  bool enter(cmark_node* node, NodeKind kind) {
    switch (kind) {
      case NodeKind::document: return true;
      case NodeKind::block_quote: open(BlockKind::quote, "<blockquote>\n", node); return true;
      case NodeKind::list: lists_.open_list(node); return true;
      case NodeKind::item: lists_.open_item(node, false); return true;
      case NodeKind::task_item: lists_.open_item(node, true); return true;
      case NodeKind::code_block: verbatim_.write_code_block(node); return false;
      case NodeKind::html_block: verbatim_.write_html_block(node); return false;
      case NodeKind::paragraph: return open_paragraph(node);
      case NodeKind::heading: headings_.open_heading(node); return true;
      case NodeKind::thematic_break: rule(node); return false;
      case NodeKind::footnote_definition:
        boxes_.close_all();
        footnotes_.open_note(node);
        return true;
      case NodeKind::table: tables_.open_table(node); return true;
      case NodeKind::table_row: tables_.open_row(node); return true;
      case NodeKind::table_cell: tables_.open_cell(node); return true;
      case NodeKind::text: out_.add_to_run(literal_of(node)); return false;
      case NodeKind::soft_break: out_.add_to_run("\n"); return false;
      case NodeKind::line_break: line_break(); return false;
      case NodeKind::code: verbatim_.write_code(node); return false;
      case NodeKind::html_inline: verbatim_.write_html(node); return false;
      case NodeKind::emphasis: tag("<em>"); return true;
      case NodeKind::strong: tag("<strong>"); return true;
      case NodeKind::strikethrough: open_struck(); return true;
      case NodeKind::link: links_.open_link(node); return true;
      case NodeKind::image: links_.write_image(node); return false;
      case NodeKind::footnote_reference: footnotes_.write_mark(node); return false;
      case NodeKind::other: return true;
    }
    return true;
  }

  void leave(cmark_node* node, NodeKind kind) {
    switch (kind) {
      case NodeKind::block_quote: close("</blockquote>\n"); break;
      case NodeKind::list: lists_.close_list(node); break;
      case NodeKind::item:
      case NodeKind::task_item: lists_.close_item(); break;
      case NodeKind::paragraph: close_paragraph(node); break;
      case NodeKind::heading: headings_.close_heading(); break;
      case NodeKind::footnote_definition: footnotes_.close_note(); break;
      case NodeKind::table: tables_.close_table(); break;
      case NodeKind::table_row: tables_.close_row(); break;
      case NodeKind::table_cell: tables_.close_cell(); break;
      case NodeKind::emphasis: tag("</em>"); break;
      case NodeKind::strong: tag("</strong>"); break;
      case NodeKind::strikethrough: close_struck(); break;
      case NodeKind::link: links_.close_link(node); break;
      default: break;
    }
  }

  void open(BlockKind kind, std::string_view opening, cmark_node* node) {
    out_.fresh_line();
    out_.open_block(kind, opening, context_.line_of(node));
  }

  void close(std::string_view closing) {
    out_.fresh_line();
    out_.close_block(closing);
  }

  void tag(std::string_view html) {
    out_.end_run();
    out_.raw(html);
  }

  void open_struck() {
    tag("<del>");
    if (struck_depth_++ == 0) context_.parsed.body.struck.push_back({out_.text_size(), out_.text_size()});
  }

  void close_struck() {
    tag("</del>");
    if (--struck_depth_ == 0) context_.parsed.body.struck.back().end = out_.text_size();
  }

  void line_break() {
    tag("<br />\n");
    context_.parsed.body.text += ' ';
  }

  bool open_paragraph(cmark_node* node) {
    if (const std::string_view mark = mark_of(node); !mark.empty()) return take_mark(mark, node);
    figures_.before(node);
    if (stands_in_tight_list(node)) {
      out_.open_block(BlockKind::paragraph, "", context_.line_of(node));
    } else {
      open(BlockKind::paragraph, "<p>", node);
    }
    return true;
  }

  void close_paragraph(cmark_node* node) {
    if (node == box_title_) {
      boxes_.close_title();
      return;
    }
    footnotes_.end_paragraph(node);
    out_.close_block(stands_in_tight_list(node) ? "" : "</p>\n");
    figures_.after(node);
  }

  static bool stands_in_tight_list(cmark_node* paragraph) {
    cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
    return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
  }

  // Lists may begin anywhere, boxes only at the top.
  std::string_view mark_of(cmark_node* paragraph) const {
    cmark_node* first = cmark_node_first_child(paragraph);
    if (first == nullptr || kind_of(first) != NodeKind::text) return {};
    const std::string_view mark = block_mark(literal_of(first));
    const bool may_stand_here = mark == alphabetical_list_mark || cmark_node_parent(paragraph) == context_.input.root;
    return may_stand_here ? mark : std::string_view();
  }

  bool take_mark(std::string_view mark, cmark_node* paragraph) {
    if (mark == box_open_mark) {
      const bool has_title = boxes_.open_box(paragraph);
      if (has_title) {
        boxes_.open_title(paragraph);
        box_title_ = paragraph;
      }
      return has_title;
    }
    if (mark == box_close_mark) figures_.close_box(paragraph);
    if (mark == column_break_mark) boxes_.break_column();
    if (mark == alphabetical_list_mark) lists_.expect_alphabetical();
    return false;
  }

  void rule(cmark_node* node) {
    open(BlockKind::rule, "<hr />\n", node);
    out_.close_block("");
  }

  RenderContext context_;
  HtmlWriter& out_ = context_.out;
  BoxHtml boxes_{context_};
  FigureHtml figures_{context_, boxes_};
  FootnoteHtml footnotes_{context_};
  HeadingHtml headings_{context_};
  LinkHtml links_{context_};
  ListHtml lists_{context_};
  TableHtml tables_{context_};
  VerbatimHtml verbatim_{context_};
  cmark_node* box_title_ = nullptr;
  std::size_t struck_depth_ = 0;
  std::size_t counted_ = 0, slot_bytes_ = 0;  // slots, and the words they hold
  std::uint32_t too_large_at_ = 0;
};

}  // namespace

std::uint32_t render_html(const RenderInput& input, ParsedDocument& parsed) {
  return TreeRenderer(input, parsed).run();
}

}  // namespace traff
