// Where each heading of a rendered document stands, and what stands under it.
#pragma once

#include "markdown/document.h"

namespace traff {

// Fills html, inner_begin and section of the headings. A section goes on to the next heading of the same or a higher
// level, at most to the end of the box, quote or item the heading stands in, and never into the footnotes. Linear.
void measure_sections(ParsedDocument& parsed);

}  // namespace traff
