#include "markdown/render_html.h"

#include <set>
#include <string>

#include "base/text.h"
#include "markdown/box_html.h"
#include "markdown/dropped_parts.h"
#include "markdown/footnote_html.h"
#include "markdown/heading_html.h"
#include "markdown/html_tags.h"
#include "markdown/link_html.h"
#include "markdown/list_html.h"
#include "markdown/node_text.h"
#include "markdown/table_html.h"
#include "markdown/tree_walk.h"

namespace traff {

namespace {

class TreeRenderer {
 public:
  TreeRenderer(const RenderInput& input, ParsedDocument& parsed) : context_(input, parsed) {}

  void run() {
    footnotes_.number();
    walk_tree(
        context_.input.root, [&](cmark_node* node, NodeKind kind) { return !is_left_out(node, kind) && enter(node, kind); },
        [&](cmark_node* node, NodeKind kind) { leave(node, kind); });
    boxes_.close_all();
    footnotes_.close_section();
    out_.end_run();
    context_.parsed.document.html_size = out_.html_size();
    headings_.finish();
  }

 private:
  bool is_left_out(cmark_node* node, NodeKind kind) {
    if (node == context_.input.title_node) return true;
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
      case NodeKind::code_block: code_block(node); return false;
      case NodeKind::html_block:
        report_html(node);
        verbatim_paragraph(node);
        return false;
      case NodeKind::paragraph: return open_paragraph(node);
      case NodeKind::heading: headings_.open_heading(node); return true;
      case NodeKind::thematic_break: rule(node); return false;
      case NodeKind::footnote_definition: boxes_.close_all(); footnotes_.open_note(node); return true;
      case NodeKind::table: tables_.open_table(node); return true;
      case NodeKind::table_row: tables_.open_row(node); return true;
      case NodeKind::table_cell: tables_.open_cell(node); return true;
      case NodeKind::text: out_.add_to_run(literal_of(node)); return false;
      case NodeKind::soft_break: out_.add_to_run("\n"); return false;
      case NodeKind::line_break: line_break(); return false;
      case NodeKind::code: code(node); return false;
      case NodeKind::html_inline: html_inline(node); return false;
      case NodeKind::emphasis: tag("<em>"); return true;
      case NodeKind::strong: tag("<strong>"); return true;
      case NodeKind::strikethrough: tag("<del>"); return true;
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
      case NodeKind::strikethrough: tag("</del>"); break;
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

  void line_break() {
    tag("<br />\n");
    context_.parsed.body.text += ' ';
  }

  // ---- paragraphs, and those that are marks of the block pass

  bool open_paragraph(cmark_node* node) {
    if (const std::string_view mark = block_mark_of(node); !mark.empty()) return take_mark(mark, node);
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
  }

  static bool stands_in_tight_list(cmark_node* paragraph) {
    cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
    return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
  }

  std::string_view block_mark_of(cmark_node* paragraph) const {
    cmark_node* first = cmark_node_first_child(paragraph);
    if (cmark_node_parent(paragraph) != context_.input.root || first == nullptr || kind_of(first) != NodeKind::text) return {};
    const std::string_view words = literal_of(first);
    return words.starts_with("\xEF\xB7") ? words.substr(0, 3) : std::string_view();
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
    if (mark == box_close_mark) boxes_.close_box();
    if (mark == column_break_mark) boxes_.break_column();
    if (mark == alphabetical_list_mark) lists_.expect_alphabetical();
    return false;
  }

  // ---- leaves

  void rule(cmark_node* node) {
    open(BlockKind::rule, "<hr />\n", node);
    out_.close_block("");
  }

  static bool is_fenced(cmark_node* code) {
    int length = 0;
    int offset = 0;
    char mark = '\0';
    return cmark_node_get_fenced(code, &length, &offset, &mark) != 0;
  }

  // Only fences make code (S8). Indented text that was not straightened before the parser is text.
  void code_block(cmark_node* node) {
    if (!is_fenced(node)) {
      verbatim_paragraph(node);
      return;
    }
    const char* info = cmark_node_get_fence_info(node);
    const std::string_view words = info == nullptr ? std::string_view() : std::string_view(info);
    const std::string_view language = words.substr(0, words.find_first_of(" \t\n\v\f\r"));
    std::string opening = "<pre tabindex=\"0\"><code";
    if (!language.empty()) opening += " class=\"language-" + html_escaped(language) + "\"";
    open(BlockKind::code, opening + ">", node);
    out_.verbatim(literal_of(node));
    out_.close_block("</code></pre>\n");
  }

  void code(cmark_node* node) {
    tag("<code>");
    out_.verbatim(literal_of(node));
    out_.raw("</code>");
  }

  // ---- raw HTML is text

  void verbatim_paragraph(cmark_node* node) {
    open(BlockKind::paragraph, "<p>", node);
    std::string_view text = literal_of(node);
    while (text.ends_with('\n')) text.remove_suffix(1);
    out_.verbatim(text);
    out_.close_block("</p>\n");
  }

  void html_inline(cmark_node* node) {
    report_html(node);
    out_.add_to_run(literal_of(node));
  }

  void report_html(cmark_node* node) {
    const auto known = known_html_tag(literal_of(node));
    if (!known || !reported_tags_.insert(known->name).second) return;
    const std::string shown = known->name == "!--" ? "<!-- … -->" : "<" + known->name + ">";
    context_.diagnose("S19", context_.line_of(node), "<" + known->name,
                      {shown, std::string(known->instead_sv), std::string(known->instead_en)});
  }

  RenderContext context_;
  HtmlWriter& out_ = context_.out;
  BoxHtml boxes_{context_};
  FootnoteHtml footnotes_{context_};
  HeadingHtml headings_{context_};
  LinkHtml links_{context_};
  ListHtml lists_{context_};
  TableHtml tables_{context_};
  cmark_node* box_title_ = nullptr;
  std::set<std::string> reported_tags_;
};

}  // namespace

void render_html(const RenderInput& input, ParsedDocument& parsed) { TreeRenderer(input, parsed).run(); }

}  // namespace traff
