// What every part of the tree walk works on: the document being made, the growing output, and where the nodes
// stand in the author's file.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/html_writer.h"
#include "markdown/render_html.h"

namespace traff {

class RenderContext {
 public:
  RenderContext(const RenderInput& render_input, ParsedDocument& document)
      : input(render_input), parsed(document), out(document, render_input.language) {}

  // The line, in the author's file, where the node begins.
  std::uint32_t line_of(cmark_node* node) const;

  // At most `most_messages` of each code are kept.
  void diagnose(std::string_view code, std::uint32_t line, std::string_view found, std::vector<std::string> args);

  // Where messages about a slot point: at `found` in the node's line.
  void place_slot(std::size_t index, cmark_node* node, std::string_view found);

  const RenderInput& input;
  ParsedDocument& parsed;
  HtmlWriter out;

 private:
  std::map<std::string, std::size_t, std::less<>> messages_;  // so far, by code
};

}  // namespace traff
