#include "markdown/render_html.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstring>
#include <set>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/block_lines.h"
#include "markdown/html_tags.h"
#include "markdown/html_writer.h"
#include "markdown/link_words.h"
#include "markdown/outline.h"
#include "markdown/typography.h"

namespace traff {

namespace {

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string_view url_of(cmark_node* node) {
  const char* url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view() : std::string_view(url);
}

bool stands_in_tight_list(cmark_node* paragraph) {
  cmark_node* parent = cmark_node_parent(paragraph);
  cmark_node* list = parent == nullptr ? nullptr : cmark_node_parent(parent);
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

// A paragraph our block pass made: its mark and the words after it.
struct BlockMark {
  std::string_view mark;
  std::string words;
};

class Renderer {
 public:
  Renderer(const RenderInput& input, ParsedDocument& parsed)
      : in_(input), parsed_(parsed), out_(parsed, input.language), outline_(input.title_level) {}

  void run() {
    count_footnote_references();
    cmark_iter* iter = cmark_iter_new(in_.root);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
      cmark_node* node = cmark_iter_get_node(iter);
      if (event == CMARK_EVENT_ENTER && skips(node)) {
        cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        continue;
      }
      if (!image_.empty() || kind_of(node) == NodeKind::image) {
        visit_in_image(node, event == CMARK_EVENT_ENTER);
      } else {
        visit(node, event == CMARK_EVENT_ENTER);
      }
    }
    cmark_iter_free(iter);
    while (!boxes_.empty()) close_box();
    if (out_.has_open_block()) out_.close_block("</ol>\n</section>\n");
    out_.end_run();
    parsed_.document.html_size = out_.html_size();
    measure_sections();
    report_empty_sections();
  }

 private:
  // ---- what is left out, and the marks of the block pass

  bool skips(cmark_node* node) {
    const NodeKind kind = kind_of(node);
    if (kind == NodeKind::paragraph) return take_mark(node);
    if (node == in_.title_node) return true;
    if (kind == NodeKind::heading) return cmark_node_first_child(node) == nullptr;
    if (kind == NodeKind::item) return cmark_node_first_child(node) == nullptr && has_sibling(node);
    return false;
  }

  static bool has_sibling(cmark_node* node) {
    return cmark_node_previous(node) != nullptr || cmark_node_next(node) != nullptr;
  }

  bool take_mark(cmark_node* paragraph) {
    if (paragraph == in_.title_node) return true;
    cmark_node* first = cmark_node_first_child(paragraph);
    if (first == nullptr || kind_of(first) != NodeKind::text || !literal(first).starts_with("\xEF\xB7")) return false;
    const std::string words = inline_text(paragraph, in_.language);
    const std::string_view mark = std::string_view(words).substr(0, 3);
    const std::string_view rest = std::string_view(words).substr(3);
    if (mark == box_open_mark) {
      open_box(rest, line_of(paragraph));
    } else if (mark == box_close_mark) {
      if (!boxes_.empty()) close_box();
    } else if (mark == column_break_mark) {
      out_.fresh_line();
      out_.raw("</div>\n<div class=\"column\">\n");
    } else if (mark == alphabetical_list_mark) {
      alphabetical_ = true;
    } else {
      return false;
    }
    return true;
  }

  void open_box(std::string_view words, std::uint32_t line) {
    const std::string_view name = words.substr(0, words.find_first_of(" {"));
    const BoxKind kind = parse_box_kind(name);
    const std::string_view title = trim(words.substr(name.size()));
    out_.fresh_line();
    out_.open_block(BlockKind::box, opening_tag(kind), line, static_cast<std::uint8_t>(kind));
    boxes_.push_back(kind);
    if (kind == BoxKind::programme) out_.add_slot(SlotKind::programme, {});
    if (kind == BoxKind::unknown) show_box_title(words);
    else if (!title.empty()) show_box_title(title);
    if (kind == BoxKind::columns) out_.raw("<div class=\"column\">\n");
  }

  void show_box_title(std::string_view title) {
    out_.raw("<p class=\"box-title\">");
    out_.verbatim(title);
    out_.raw("</p>\n");
  }

  static std::string_view opening_tag(BoxKind kind) {
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

  void close_box() {
    out_.fresh_line();
    const BoxKind kind = boxes_.back();
    boxes_.pop_back();
    if (kind == BoxKind::columns) out_.raw("</div>\n");
    out_.close_block(kind == BoxKind::quote ? "</blockquote>\n" : "</div>\n");
  }

  // ---- the walk

  void visit(cmark_node* node, bool entering) {
    switch (kind_of(node)) {
      case NodeKind::document: break;
      case NodeKind::block_quote: element(BlockKind::quote, node, entering, "<blockquote>\n", "</blockquote>\n"); break;
      case NodeKind::list: list(node, entering); break;
      case NodeKind::item: item(node, entering); break;
      case NodeKind::task_item: task_item(node, entering); break;
      case NodeKind::code_block: code_block(node); break;
      case NodeKind::html_block: html_block(node); break;
      case NodeKind::paragraph: paragraph(node, entering); break;
      case NodeKind::heading: heading(node, entering); break;
      case NodeKind::thematic_break: rule(node); break;
      case NodeKind::footnote_definition: footnote_definition(node, entering); break;
      case NodeKind::table: table(node, entering); break;
      case NodeKind::table_row: table_row(node, entering); break;
      case NodeKind::table_cell: table_cell(node, entering); break;
      case NodeKind::text: out_.add_to_run(literal(node)); break;
      case NodeKind::soft_break: out_.add_to_run("\n"); break;
      case NodeKind::line_break: line_break(); break;
      case NodeKind::code: code(node); break;
      case NodeKind::html_inline: html_inline(node); break;
      case NodeKind::emphasis: tag(entering, "<em>", "</em>"); break;
      case NodeKind::strong: tag(entering, "<strong>", "</strong>"); break;
      case NodeKind::strikethrough: tag(entering, "<del>", "</del>"); break;
      case NodeKind::link: link(node, entering); break;
      case NodeKind::footnote_reference: footnote_reference(node); break;
      case NodeKind::image:
      case NodeKind::other: break;
    }
  }

  void tag(bool entering, std::string_view opening, std::string_view closing) {
    out_.end_run();
    out_.raw(entering ? opening : closing);
  }

  void element(BlockKind kind, cmark_node* node, bool entering, std::string_view opening, std::string_view closing) {
    out_.fresh_line();
    entering ? out_.open_block(kind, opening, line_of(node)) : out_.close_block(closing);
  }

  void line_break() {
    tag(true, "<br />\n", {});
    parsed_.body.text += ' ';
  }

  // ---- lists

  static bool begins_with_check_mark(cmark_node* item) {
    cmark_node* paragraph = item == nullptr ? nullptr : cmark_node_first_child(item);
    cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    if (text == nullptr || kind_of(text) != NodeKind::text) return false;
    return literal(text).starts_with("✓") || literal(text).starts_with("✔");
  }

  void list(cmark_node* node, bool entering) {
    out_.fresh_line();
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (!entering) {
      out_.close_block(ordered ? "</ol>\n" : "</ul>\n");
      return;
    }
    std::string opening = ordered ? "<ol" : "<ul";
    cmark_node* first = cmark_node_first_child(node);
    if (ordered && alphabetical_) opening += " class=\"alphabetical\" type=\"a\"";
    else if (first != nullptr && kind_of(first) == NodeKind::task_item) opening += " class=\"task-list\"";
    else if (begins_with_check_mark(first)) opening += " class=\"check-list\"";
    alphabetical_ = false;
    const int start = cmark_node_get_list_start(node);
    if (ordered && start != 1) opening += " start=\"" + std::to_string(start) + "\"";
    out_.open_block(BlockKind::list, opening + ">\n", line_of(node), ordered ? 1 : 0);
  }

  void item(cmark_node* node, bool entering) {
    if (entering) {
      out_.fresh_line();
      out_.open_block(BlockKind::item, "<li>", line_of(node));
      if (begins_with_check_mark(node)) drop_check_mark(node);
    } else {
      out_.close_block("</li>\n");
    }
  }

  static void drop_check_mark(cmark_node* item) {
    cmark_node* text = cmark_node_first_child(cmark_node_first_child(item));
    const std::string words(trim(literal(text).substr(3)));
    cmark_node_set_literal(text, words.c_str());
  }

  void task_item(cmark_node* node, bool entering) {
    if (!entering) {
      out_.close_block("</li>\n");
      return;
    }
    out_.fresh_line();
    out_.open_block(BlockKind::item, "<li>", line_of(node));
    const bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
    out_.raw(done ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\""
                  : "<input type=\"checkbox\" disabled=\"\" aria-label=\"");
    out_.add_slot(SlotKind::phrase, done ? "task.done" : "task.open");
    out_.raw("\" /> ");
  }

  // ---- leaf blocks

  void paragraph(cmark_node* node, bool entering) {
    const bool tight = stands_in_tight_list(node);
    if (entering) {
      if (!tight) out_.fresh_line();
      out_.open_block(BlockKind::paragraph, tight ? "" : "<p>", line_of(node));
      return;
    }
    cmark_node* parent = cmark_node_parent(node);
    const bool last_of_footnote = cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION && cmark_node_next(node) == nullptr;
    if (last_of_footnote) {
      out_.end_run();
      out_.raw(" ");
      footnote_back_links();
    }
    out_.close_block(tight ? "" : "</p>\n");
  }

  void heading(cmark_node* node, bool entering) {
    if (!entering) {
      out_.close_block(heading_end_);
      out_.mentions_allowed = true;
      return;
    }
    const auto written = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
    const Outline::Placed placed = outline_.place(written);
    const std::string text = inline_text(node, in_.language);
    const std::string level = std::to_string(placed.level);
    const std::uint32_t line = line_of(node);
    if (placed.jumps) report_jump(written, placed, line);
    Heading made{static_cast<std::uint32_t>(parsed_.body.blocks.size()), placed.level, outline_.make_id(text), text, {}, 0, {}};
    out_.fresh_line();
    out_.open_block(BlockKind::heading, "<h" + level + " id=\"" + made.id + "\">", line, placed.level);
    heading_end_ = "</h" + level + ">\n";
    out_.mentions_allowed = false;
    parsed_.document.headings.push_back(std::move(made));
  }

  void report_jump(std::uint8_t written, const Outline::Placed& placed, std::uint32_t line) {
    const std::string marks(written, '#');
    diagnose("S2", line, marks, {std::string(placed.expected - 1u, '#'), marks, std::to_string(placed.level),
                                 std::string(placed.expected, '#')});
  }

  void rule(cmark_node* node) {
    out_.fresh_line();
    out_.open_block(BlockKind::rule, "<hr />\n", line_of(node));
    out_.close_block("");
  }

  void code_block(cmark_node* node) {
    out_.fresh_line();
    const char* info = cmark_node_get_fence_info(node);
    const std::string_view words = info == nullptr ? std::string_view() : std::string_view(info);
    const std::string_view language = words.substr(0, words.find_first_of(" \t\n\v\f\r"));
    std::string opening = "<pre tabindex=\"0\"><code";
    if (!language.empty()) opening += " class=\"language-" + html_escaped(language) + "\"";
    out_.open_block(BlockKind::code, opening + ">", line_of(node));
    out_.verbatim(literal(node));
    out_.close_block("</code></pre>\n");
  }

  void code(cmark_node* node) {
    out_.end_run();
    out_.raw("<code>");
    out_.verbatim(literal(node));
    out_.raw("</code>");
  }

  // ---- raw HTML is text

  void html_block(cmark_node* node) {
    out_.fresh_line();
    report_html(literal(node), line_of(node));
    out_.open_block(BlockKind::paragraph, "<p>", line_of(node));
    std::string_view text = literal(node);
    while (text.ends_with('\n')) text.remove_suffix(1);
    out_.verbatim(text);
    out_.close_block("</p>\n");
  }

  void html_inline(cmark_node* node) {
    report_html(literal(node), line_of(node));
    out_.add_to_run(literal(node));
  }

  void report_html(std::string_view raw, std::uint32_t line) {
    const auto known = known_html_tag(raw);
    if (!known || !reported_tags_.insert(known->name).second) return;
    const std::string shown = known->name == "!--" ? "<!-- … -->" : "<" + known->name + ">";
    diagnose("S19", line, "<" + known->name, {shown, std::string(known->instead_sv), std::string(known->instead_en)});
  }

  // ---- tables

  void table(cmark_node* node, bool entering) {
    if (!entering) {
      out_.fresh_line();
      if (table_body_open_) out_.raw("</tbody>\n");
      out_.close_block("</table>\n</div>\n");
      return;
    }
    out_.fresh_line();
    table_body_open_ = false;
    // The label's slot stands inside the opening tag, so the block opens first and the tag is written in parts.
    out_.open_block(BlockKind::table, "", line_of(node));
    out_.raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    out_.add_slot(SlotKind::phrase, "table", std::to_string(++tables_));
    out_.raw("\">\n<table>\n");
    out_.innermost().inner.begin = out_.html_size();
  }

  void table_row(cmark_node* node, bool entering) {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    out_.fresh_line();
    if (entering) {
      if (header) out_.raw("<thead>\n");
      if (!header && !table_body_open_) out_.raw("<tbody>\n");
      if (!header) table_body_open_ = true;
      out_.open_block(BlockKind::row, "<tr>", line_of(node), header ? 1 : 0);
      row_is_header_ = header;
      column_ = 0;
    } else {
      out_.close_block("</tr>\n");
      if (header) out_.raw("</thead>\n");
    }
  }

  void table_cell(cmark_node* node, bool entering) {
    if (!entering) {
      out_.close_block(cell_end_);
      return;
    }
    out_.fresh_line();
    cmark_node* table = cmark_node_parent(cmark_node_parent(node));
    const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(table);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
    const char alignment = column_ < columns && alignments != nullptr ? static_cast<char>(alignments[column_]) : '\0';
    ++column_;
    // An empty heading cell is no heading: nothing for a screen reader to say.
    const bool heading_cell = row_is_header_ && cmark_node_first_child(node) != nullptr;
    std::string opening = heading_cell ? "<th scope=\"col\"" : "<td";
    if (alignment == 'c') opening += " class=\"align-center\"";
    if (alignment == 'r') opening += " class=\"align-right\"";
    cell_end_ = heading_cell ? "</th>" : "</td>";
    out_.open_block(BlockKind::cell, opening + ">", line_of(node), heading_cell ? 1 : 0);
  }

  // ---- links and images

  void link(cmark_node* node, bool entering) {
    const std::string_view url = url_of(node);
    out_.end_run();
    if (entering) {
      link_text_begin_ = out_.text_size();
      link_is_unsafe_ = is_unsafe_address(url);
      if (link_is_unsafe_) {
        diagnose("L3", line_of(node), url, {std::string(url.substr(0, url.find(':') + 1))});
        return;
      }
      out_.raw("<a");
      link_slot_ = out_.add_slot(SlotKind::link, std::string(url));
      place_slot(out_.slot(link_slot_), node, url);
      const char* title = cmark_node_get_title(node);
      if (title != nullptr && *title != '\0') {
        out_.raw(" title=\"");
        out_.escaped(title);
        out_.raw("\"");
      }
      out_.raw(">");
      out_.mentions_allowed = false;
      return;
    }
    if (link_is_unsafe_) return;
    out_.raw("</a>");
    out_.end_slot(link_slot_);
    out_.mentions_allowed = !in_heading(node);
    check_link_text(node, url);
  }

  static bool in_heading(cmark_node* node) {
    for (cmark_node* at = node; at != nullptr; at = cmark_node_parent(at)) {
      if (kind_of(at) == NodeKind::heading) return true;
    }
    return false;
  }

  void check_link_text(cmark_node* node, std::string_view url) {
    const std::string text(trim(out_.words_since(link_text_begin_)));
    constexpr std::size_t long_address = 60;
    const bool bare_long_address = text.size() > long_address && (text.starts_with("http") || text.starts_with("www."));
    if (says_nothing(text)) diagnose("S20", line_of(node), text, {text});
    else if (bare_long_address) diagnose("S29", line_of(node), text, {});
    if (url.starts_with("http://") && !url.starts_with("http://localhost")) diagnose("S30", line_of(node), "http://", {});
  }

  void visit_in_image(cmark_node* node, bool entering) {
    const NodeKind kind = kind_of(node);
    if (kind == NodeKind::image) {
      entering ? image_.push_back(node) : image_.pop_back();
      if (!entering && image_.empty()) end_image(node);
    } else if (entering && (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::html_inline)) {
      image_text_ += literal(node);
    } else if (entering && (kind == NodeKind::soft_break || kind == NodeKind::line_break)) {
      image_text_ += ' ';
    }
  }

  void end_image(cmark_node* node) {
    const std::string_view url = url_of(node);
    out_.end_run();
    const bool unsafe = is_unsafe_address(url);
    if (unsafe) diagnose("L3", line_of(node), url, {std::string(url.substr(0, url.find(':') + 1))});
    const std::size_t index = out_.add_slot(SlotKind::image, unsafe ? "" : std::string(url), typeset(image_text_, in_.language));
    place_slot(out_.slot(index), node, url);
    const char* title = cmark_node_get_title(node);
    if (title != nullptr) out_.slot(index).title = title;
    parsed_.body.text += out_.slot(index).text;
    image_text_.clear();
  }

  void place_slot(Slot& slot, cmark_node* node, std::string_view found) {
    const Diagnostic place = in_.author->at({}, line_of(node), found);
    slot.line = place.place.line;
    slot.column = place.place.column;
    slot.length = place.place.length;
  }

  // ---- footnotes

  static std::size_t footnote_number(cmark_node* reference) {
    const std::string_view digits = literal(reference);
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

  void count_footnote_references() {
    cmark_node* last = cmark_node_last_child(in_.root);
    if (last == nullptr || kind_of(last) != NodeKind::footnote_definition) return;
    cmark_iter* iter = cmark_iter_new(in_.root);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
      cmark_node* node = cmark_iter_get_node(iter);
      if (event != CMARK_EVENT_ENTER || kind_of(node) != NodeKind::footnote_reference) continue;
      const std::size_t number = footnote_number(node);
      if (number >= references_.size()) references_.resize(number + 1);
      ++references_[number].total;
    }
    cmark_iter_free(iter);
  }

  static std::string footnote_id(std::string_view prefix, std::size_t number, std::size_t repeat) {
    return std::string(prefix) + std::to_string(number) + (repeat > 1 ? "_" + std::to_string(repeat) : "");
  }

  void footnote_reference(cmark_node* node) {
    out_.end_run();
    const std::size_t number = footnote_number(node);
    if (number >= references_.size()) return;
    const std::size_t repeat = ++references_[number].seen;
    out_.raw("<sup class=\"footnote-ref\"><a");
    out_.add_slot(SlotKind::footnote, std::to_string(number), repeat > 1 ? "_" + std::to_string(repeat) : "");
    out_.raw(">" + std::to_string(number) + "</a></sup>");
  }

  void footnote_definition(cmark_node* node, bool entering) {
    if (!entering) {
      if (!back_links_written_) {
        footnote_back_links();
        out_.raw("\n");
      }
      out_.close_block("</li>\n");
      return;
    }
    while (!boxes_.empty()) close_box();
    out_.fresh_line();
    if (footnote_ == 0) {
      out_.open_block(BlockKind::footnotes, "", line_of(node));
      out_.raw("<section class=\"footnotes\" aria-label=\"");
      out_.add_slot(SlotKind::phrase, "footnotes");
      out_.raw("\">\n<ol>\n");
    }
    ++footnote_;
    back_links_written_ = false;
    out_.open_block(BlockKind::footnote, "<li id=\"" + footnote_id("fn_", footnote_, 1) + "\">\n", line_of(node));
  }

  void footnote_back_links() {
    back_links_written_ = true;
    const std::size_t total = footnote_ < references_.size() ? references_[footnote_].total : 0;
    for (std::size_t repeat = 1; repeat <= total; ++repeat) {
      if (repeat > 1) out_.raw(" ");
      out_.raw("<a href=\"#" + footnote_id("fnref_", footnote_, repeat) + "\" class=\"footnote-back\" aria-label=\"");
      out_.add_slot(SlotKind::phrase, "footnote.back", std::to_string(footnote_));
      out_.raw("\">↩");
      if (repeat > 1) out_.raw("<sup>" + std::to_string(repeat) + "</sup>");
      out_.raw("</a>");
    }
  }

  // ---- places and messages

  std::uint32_t line_of(cmark_node* node) const {
    int line = cmark_node_get_start_line(node);
    for (cmark_node* at = node; line <= 0 && at != nullptr; at = cmark_node_parent(at)) line = cmark_node_get_start_line(at);
    if (line <= 0 || in_.line_numbers->empty()) return 1;
    const auto index = std::min(static_cast<std::size_t>(line), in_.line_numbers->size()) - 1;
    return (*in_.line_numbers)[index];
  }

  void diagnose(std::string_view code, std::uint32_t line, std::string_view found, std::vector<std::string> args) {
    parsed_.document.diagnostics.push_back(in_.author->at(code, line, found, std::move(args)));
  }

  // Where each heading stands, and what stands under it: as far as its enclosing box and the footnotes allow.
  void measure_sections() {
    const std::vector<Block>& blocks = parsed_.body.blocks;
    std::vector<Heading>& headings = parsed_.document.headings;
    const auto notes = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::footnotes; });
    const std::uint32_t text_end = notes == blocks.end() ? out_.html_size() : notes->html.begin;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i <= headings.size(); ++i) {
      const Block* next = i < headings.size() ? &blocks[headings[i].block] : nullptr;
      while (!open.empty()) {
        Heading& last = headings[open.back()];
        const Block& own = blocks[last.block];
        const bool ends = next == nullptr || next->html.begin >= last.section.end ||
                          (next->parent == own.parent && headings[i].level <= last.level);
        if (!ends) break;
        if (next != nullptr) last.section.end = std::min(last.section.end, next->html.begin);
        open.pop_back();
      }
      if (next == nullptr) break;
      headings[i].html = next->html;
      headings[i].inner_begin = next->inner.begin;
      const std::uint32_t outer_end = next->parent == no_block ? text_end : blocks[next->parent].inner.end;
      headings[i].section = {next->html.end, std::max(next->html.end, outer_end)};
      open.push_back(i);
    }
  }

  // S4: a heading with nothing under it, not even a sub-heading.
  void report_empty_sections() {
    for (const Heading& heading : parsed_.document.headings) {
      if (parsed_.body.section_blocks(heading).size() > 0 || has_slot_in(heading.section.begin, heading.section.end)) continue;
      diagnose("S4", parsed_.body.blocks[heading.block].line, heading.text, {heading.text});
    }
  }

  bool has_slot_in(std::uint32_t begin, std::uint32_t end) const {
    const std::vector<Slot>& slots = parsed_.document.slots;
    const auto first = std::lower_bound(slots.begin(), slots.end(), begin, [](const Slot& slot, std::uint32_t at) { return slot.begin < at; });
    return first != slots.end() && first->begin < end;
  }

  struct References {
    std::size_t total = 0;
    std::size_t seen = 0;
  };

  const RenderInput& in_;
  ParsedDocument& parsed_;
  HtmlWriter out_;
  Outline outline_;
  std::vector<BoxKind> boxes_;
  std::vector<cmark_node*> image_;
  std::string image_text_;
  std::vector<References> references_;
  std::size_t footnote_ = 0;
  bool back_links_written_ = false;
  bool alphabetical_ = false;
  bool table_body_open_ = false;
  bool row_is_header_ = false;
  std::uint16_t column_ = 0;
  std::size_t tables_ = 0;
  std::string heading_end_;
  std::string cell_end_;
  std::size_t link_slot_ = 0;
  std::uint32_t link_text_begin_ = 0;
  bool link_is_unsafe_ = false;
  std::set<std::string> reported_tags_;
};

}  // namespace

std::string inline_text(cmark_node* node, Language language) {
  std::string text;
  cmark_iter* iter = cmark_iter_new(node);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* at = cmark_iter_get_node(iter);
    const NodeKind kind = kind_of(at);
    if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::html_inline) text += literal(at);
    if (kind == NodeKind::soft_break || kind == NodeKind::line_break) text += ' ';
  }
  cmark_iter_free(iter);
  return without_soft_hyphens(typeset(text, language));
}

void render_html(const RenderInput& input, ParsedDocument& parsed) { Renderer(input, parsed).run(); }

}  // namespace traff
