#include "markdown/node_text.h"

#include "markdown/tree_walk.h"
#include "markdown/typography.h"

namespace traff {

namespace {

std::string_view view_of(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

}  // namespace

std::string_view literal_of(cmark_node* node) { return view_of(cmark_node_get_literal(node)); }
std::string_view address_of(cmark_node* link_or_image) { return view_of(cmark_node_get_url(link_or_image)); }
std::string_view title_of(cmark_node* link_or_image) { return view_of(cmark_node_get_title(link_or_image)); }
std::string_view info_of(cmark_node* code_block) { return view_of(cmark_node_get_fence_info(code_block)); }

bool is_empty_heading(cmark_node* node) {
  return kind_of(node) == NodeKind::heading && cmark_node_first_child(node) == nullptr;
}

std::string inline_words(cmark_node* node, Language language) {
  std::string text;
  walk_tree(
      node,
      [&](cmark_node* at, NodeKind kind) {
        if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::html_inline) text += literal_of(at);
        if (kind == NodeKind::soft_break || kind == NodeKind::line_break) text += ' ';
        return true;
      },
      [](cmark_node*, NodeKind) {});
  return typeset(text, language);
}

std::string inline_text(cmark_node* node, Language language) {
  return without_soft_hyphens(inline_words(node, language));
}

}  // namespace traff
