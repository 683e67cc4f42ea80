// cmark-gfm behind one door: parsing that is safe from several threads and costs no malloc per node.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

// A parsed tree and the thread's node memory. At most one lives per thread at a time (asserted).
class CmarkTree {
 public:
  // CommonMark with tables, task lists, `~~strikethrough~~`, autolinks, footnotes and smart punctuation.
  explicit CmarkTree(std::string_view markdown);
  ~CmarkTree();
  CmarkTree(const CmarkTree&) = delete;
  CmarkTree& operator=(const CmarkTree&) = delete;

  cmark_node* root() const { return root_; }

 private:
  cmark_node* root_ = nullptr;
};

// What a node is, extensions included: their types are numbers known only at run time.
enum class NodeKind {
  document,
  block_quote,
  list,
  item,
  task_item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  footnote_definition,
  table,
  table_row,
  table_cell,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  link,
  image,
  footnote_reference,
  strikethrough,
  other,
};
NodeKind kind_of(cmark_node* node);

// Every node of a tree in document order, without recursion, so that deep nesting costs no stack.

// `enter(node, kind)` says whether to look inside; only then are the children visited and `leave(node, kind)` called.
// A node may change its own content when entered, but not its place. Cost: linear.
template <class Enter, class Leave>
void walk_tree(cmark_node* root, Enter&& enter, Leave&& leave) {
  cmark_node* node = root;
  for (;;) {
    if (enter(node, kind_of(node))) {
      if (cmark_node* child = cmark_node_first_child(node)) {
        node = child;
        continue;
      }
      leave(node, kind_of(node));
    }
    while (node != root && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      leave(node, kind_of(node));
    }
    if (node == root) return;
    node = cmark_node_next(node);
  }
}

// What a node of cmark's tree says, as text. Views live as long as the tree.

std::string_view literal_of(cmark_node* node);
std::string_view address_of(cmark_node* link_or_image);
std::string_view title_of(cmark_node* link_or_image);
std::string_view info_of(cmark_node* code_block);

// A `#` with nothing after it, which is not shown (S4).
bool is_empty_heading(cmark_node* node);

// The plain words of a node's inlines, marks typeset, soft hyphens where the author put them.
std::string inline_words(cmark_node* node, Language language);

// The same with soft hyphens dropped.
std::string inline_text(cmark_node* node, Language language);

}  // namespace traff
