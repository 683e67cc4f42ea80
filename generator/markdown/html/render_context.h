// What every part of the tree walk works on: the document being made, the growing output, and where the nodes
// stand in the author's file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/html/html_writer.h"
#include "markdown/lines/author_text.h"
#include "markdown/parser/cmark_tree.h"

namespace traff {

struct RenderInput {
  cmark_node* root = nullptr;
  const AuthorText* author = nullptr;
  const std::vector<std::uint32_t>* line_numbers = nullptr;  // of the parsed text's lines, in the author's file
  Language language = Language::sv;                          // of the document's own words
  cmark_node* title_node = nullptr;                          // the block that became the page's title: not rendered
  std::uint8_t title_level = 0;                              // its heading level; 0 when it is no heading
  bool is_presentation = false;                              // a heading may stand alone on its slide
  std::size_t source_size = 0;                               // of the parsed text: how much to expect
};

class RenderContext {
 public:
  RenderContext(const RenderInput& render_input, ParsedDocument& document)
      : input(render_input), parsed(document), out(document, render_input.language) {}

  // The line, in the author's file, where the node begins.
  std::uint32_t line_of(cmark_node* node) const;

  // At most `most_messages` of each code are kept.
  void diagnose(Message message, std::uint32_t line, std::string_view found);

  // Where messages about a slot point: at `found` in the node's line.
  void place_slot(std::size_t index, cmark_node* node, std::string_view found);

  const RenderInput& input;
  ParsedDocument& parsed;
  HtmlWriter out;

 private:
  std::map<Code, std::size_t> messages_;  // so far, by code
};

}  // namespace traff
