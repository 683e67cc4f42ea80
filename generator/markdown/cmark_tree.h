// cmark-gfm behind one door: parsing that is safe from several threads and costs no malloc per node.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

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

}  // namespace traff
