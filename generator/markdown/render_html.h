// The walk over cmark's tree that gives a document its HTML, plain words, blocks, headings and slots.
// Where nothing is documented otherwise (docs/content-format.md) the HTML is cmark-gfm's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/language.h"
#include "markdown/author_text.h"
#include "markdown/cmark_tree.h"
#include "markdown/document.h"

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

// Fills blocks, headings, slots and diagnostics of `parsed.document`, and its body. Cost: linear in the tree. A title
// or an address that is written once may be used thousands of times: when the page has become many times larger than
// its text the walk stops, and gives the line where it did; else 0.
std::uint32_t render_html(const RenderInput& input, ParsedDocument& parsed);

}  // namespace traff
