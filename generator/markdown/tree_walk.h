// Every node of a tree in document order, without recursion, so that deep nesting costs no stack.
#pragma once

#include "markdown/cmark_tree.h"

namespace traff {

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

}  // namespace traff
