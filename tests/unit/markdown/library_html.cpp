#include "markdown/library_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

#include "base/text.h"
#include "base/web_address.h"
#include "markdown/html/blocks.h"
#include "markdown/lines/typography.h"
#include "markdown/parser/block_lines.h"
#include "markdown/parser/cmark_tree.h"

namespace traff {

namespace {

constexpr int options = CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_UNSAFE;

cmark_node* text_node(std::string_view text) {
  cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, std::string(text).c_str());
  return node;
}

bool is_in_run(NodeKind kind) {
  return kind == NodeKind::text || kind == NodeKind::soft_break || kind == NodeKind::html_inline;
}

std::vector<cmark_node*> nodes_of(cmark_node* root) {
  std::vector<cmark_node*> nodes;
  walk_tree(
      root, [&](cmark_node* node, NodeKind) { return nodes.push_back(node), true; }, [](cmark_node*, NodeKind) {});
  return nodes;
}

bool stands_in(cmark_node* node, NodeKind kind) {
  for (cmark_node* at = cmark_node_parent(node); at != nullptr; at = cmark_node_parent(at)) {
    if (kind_of(at) == kind) return true;
  }
  return false;
}

bool is_fenced(cmark_node* code) {
  int length = 0;
  int offset = 0;
  char mark = '\0';
  return cmark_node_get_fenced(code, &length, &offset, &mark) != 0;
}

class TreeEditor {
 public:
  explicit TreeEditor(cmark_node* root) : root_(root) {}
  TreeEditor(const TreeEditor&) = delete;
  TreeEditor& operator=(const TreeEditor&) = delete;
  ~TreeEditor() {
    for (cmark_node* node : taken_out_) cmark_node_free(node);
  }

  void run() {
    take_marks();
    for (cmark_node* node : nodes_of(root_)) edit_image(node);
    for (cmark_node* node : nodes_of(root_)) edit_run(node);
    for (cmark_node* node : nodes_of(root_)) edit_block(node);
    std::vector<cmark_node*> nodes = nodes_of(root_);
    std::reverse(nodes.begin(), nodes.end());  // a link in a link is to be seen while the outer one stands
    for (cmark_node* node : nodes) edit_link(node);
    for (cmark_node* node : nodes_of(root_)) edit_strong(node);
  }

 private:
  // A node may still be visited after it was taken out, so it is freed last.
  void take_out(cmark_node* node) {
    cmark_node_unlink(node);
    taken_out_.insert(node);
  }

  void replace_by(cmark_node* node, cmark_node* other) {
    if (cmark_node_insert_before(node, other) == 0) taken_out_.insert(other);
    take_out(node);
  }

  // The paragraphs our block pass made of `:::` lines.
  void take_marks() {
    for (cmark_node* node : nodes_of(root_)) {
      cmark_node* first = kind_of(node) == NodeKind::paragraph ? cmark_node_first_child(node) : nullptr;
      if (first == nullptr || kind_of(first) != NodeKind::text || !literal_of(first).starts_with("\xEF\xB7")) continue;
      std::string words(literal_of(first).substr(3));
      const std::string name(box_name(words));
      if (parse_box_kind(name) != BoxKind::unknown) words.erase(0, name.size());
      words.erase(0, words.find_first_not_of(' '));
      cmark_node_set_literal(first, words.c_str());
      if (words.empty() && cmark_node_next(first) == nullptr) take_out(node);
    }
  }

  void edit_image(cmark_node* node) {
    if (kind_of(node) != NodeKind::image) return;
    const std::string words = inline_text(node, Language::sv);
    while (cmark_node* child = cmark_node_first_child(node)) take_out(child);
    cmark_node_append_child(node, text_node(words));
    if (is_unsafe_address(address_of(node))) cmark_node_set_url(node, "");
  }

  // Text, line ends and raw HTML up to the next tag are typeset as one.
  void edit_run(cmark_node* node) {
    const bool begins = is_in_run(kind_of(node)) && kind_of(cmark_node_parent(node)) != NodeKind::image &&
                        (cmark_node_previous(node) == nullptr || !is_in_run(kind_of(cmark_node_previous(node))));
    if (!begins) return;
    std::string words;
    while (node != nullptr && is_in_run(kind_of(node))) {
      cmark_node* next = cmark_node_next(node);
      words += kind_of(node) == NodeKind::soft_break ? std::string_view("\n") : literal_of(node);
      if (next == nullptr || !is_in_run(kind_of(next)))
        replace_by(node, text_node(typeset(words, Language::sv)));
      else
        take_out(node);
      node = next;
    }
  }

  void edit_block(cmark_node* node) {
    const NodeKind kind = kind_of(node);
    const bool is_empty = cmark_node_first_child(node) == nullptr;
    const bool is_alone = cmark_node_previous(node) == nullptr && cmark_node_next(node) == nullptr;
    const bool is_indented_code = kind == NodeKind::code_block && !is_fenced(node);
    if (kind == NodeKind::html_block || is_indented_code) {
      std::string_view html = literal_of(node);
      while (html.ends_with('\n')) html.remove_suffix(1);
      cmark_node* paragraph = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
      cmark_node_set_on_enter(paragraph, ("<p>" + html_escaped(html) + "</p>").c_str());
      replace_by(node, paragraph);
    } else if ((kind == NodeKind::heading && is_empty) || (kind == NodeKind::item && is_empty && !is_alone)) {
      take_out(node);
    } else if (kind == NodeKind::heading) {
      cmark_node_set_heading_level(node,
                                   outline_.place(static_cast<std::uint8_t>(cmark_node_get_heading_level(node))).level);
    } else if (kind == NodeKind::table) {
      const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
      std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
      std::replace(alignments, alignments + columns, std::uint8_t{'l'}, std::uint8_t{0});
    }
  }

  void edit_link(cmark_node* node) {
    if (kind_of(node) != NodeKind::link) return;
    if (!is_unsafe_address(address_of(node)) && !stands_in(node, NodeKind::link)) return;
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    take_out(node);
  }

  // Between the library's versions: by 0.29.0.gfm.13 it writes no <strong> directly inside <strong>; 0.29.0.gfm.6 does.
  void edit_strong(cmark_node* node) {
    if (kind_of(node) != NodeKind::strong || kind_of(cmark_node_parent(node)) != NodeKind::strong) return;
    cmark_node* written = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(written, "<strong>");
    cmark_node_set_on_exit(written, "</strong>");
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_append_child(written, child);
    replace_by(node, written);
  }

  cmark_node* root_;
  std::set<cmark_node*> taken_out_;
  Outline outline_{0};
};

// The names of footnotes by their numbers.
std::string with_numbers(std::string html) {
  constexpr std::string_view definition = "<li id=\"fn-";
  std::vector<std::string> labels;
  for (std::size_t at = 0; (at = html.find(definition, at)) != std::string::npos;) {
    at += definition.size();
    labels.push_back(html.substr(at, html.find('"', at) - at));
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (const std::string_view before : {"<li id=\"fn-", "\"#fn-", "\"fnref-", "\"#fnref-"}) {
      for (const std::string_view after : {"\"", "-"}) {
        html = replace_all(html, std::string(before) + labels[i] + std::string(after),
                           std::string(before) + std::to_string(i + 1) + std::string(after));
      }
    }
  }
  return html;
}

// Between the library's versions: by 0.29.0.gfm.13 the link back from a footnote says its number, twice the same;
// 0.29.0.gfm.6 says none.
std::string with_nameless_back_links(std::string html) {
  constexpr std::string_view mark = " data-footnote-backref-idx=\"";
  for (std::size_t at = 0; (at = html.find(mark, at)) != std::string::npos; ++at) {
    const std::size_t from = at + mark.size();
    const std::string number = html.substr(from, html.find('"', from) - from);
    const std::string newer = std::string(mark) + number + "\" aria-label=\"Back to reference " + number + "\"";
    if (html.compare(at, newer.size(), newer) == 0) html.replace(at, newer.size(), " aria-label=\"Back to content\"");
  }
  return html;
}

}  // namespace

std::string library_html(const RepairedText& text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(options);
  for (const char* name : {"table", "tasklist", "strikethrough", "autolink"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.text.data(), text.text.size());
  cmark_node* root = cmark_parser_finish(parser);
  cmark_node_own(root);
  TreeEditor editor(root);
  editor.run();
  char* html = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser));
  const std::string made = replace_all(html, "\xEF\xB7\x96", "");  // a mark of DroppedParts
  std::free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return with_nameless_back_links(with_numbers(made));
}

}  // namespace traff
