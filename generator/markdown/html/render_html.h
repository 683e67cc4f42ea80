// The walk over cmark's tree that gives a document its HTML, plain words, blocks, headings and slots.
// Where nothing is documented otherwise (docs/content-format.md) the HTML is cmark-gfm's own.
#pragma once

#include <cstdint>

#include "markdown/document/document.h"
#include "markdown/html/render_context.h"

namespace traff {

// Fills blocks, headings, slots and diagnostics of `parsed.document`, and its body. Cost: linear in the tree. A title
// or an address that is written once may be used thousands of times: when the page has become many times larger than
// its text the walk stops, and gives the line where it did; else 0.
std::uint32_t render_html(const RenderInput& input, ParsedDocument& parsed);

}  // namespace traff
