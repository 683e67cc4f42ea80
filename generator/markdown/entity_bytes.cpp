#include "markdown/entity_bytes.h"

#include <string>

#include "markdown/node_text.h"
#include "markdown/tree_walk.h"

namespace traff {

namespace {

constexpr std::string_view unknown_bytes = "\xFE\xFF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string mended(std::string_view text) {
  std::string whole;
  for (const char c : text) whole += unknown_bytes.find(c) == unknown_bytes.npos ? std::string_view(&c, 1) : replacement;
  return whole;
}

template <class Put>
void mend(std::string_view text, Put put) {
  if (text.find_first_of(unknown_bytes) != text.npos) put(mended(text).c_str());
}

}  // namespace

void mend_entity_bytes(cmark_node* root, std::string_view markdown) {
  if (markdown.find("&#") == markdown.npos) return;
  const auto enter = [](cmark_node* node, NodeKind kind) {
    if (kind == NodeKind::text) mend(literal_of(node), [&](const char* text) { cmark_node_set_literal(node, text); });
    if (kind == NodeKind::code_block) mend(info_of(node), [&](const char* text) { cmark_node_set_fence_info(node, text); });
    if (kind == NodeKind::link || kind == NodeKind::image) {
      mend(address_of(node), [&](const char* text) { cmark_node_set_url(node, text); });
      mend(title_of(node), [&](const char* text) { cmark_node_set_title(node, text); });
    }
    return true;
  };
  walk_tree(root, enter, [](cmark_node*, NodeKind) {});
}

}  // namespace traff
