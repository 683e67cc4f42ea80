// The last step of rendering: citations in the finished text become slots. They may run across emphasis and line ends,
// never into code, links or headings.
#pragma once

#include "markdown/document/document.h"

namespace traff {

// Adds slots, in their places, and messages about citations that a paragraph's end cuts in two (R8).
// Cost: linear in the body.
void add_citation_slots(ParsedDocument& parsed);

}  // namespace traff
