// A document's HTML as cmark-gfm would have written it: slots filled with plain values, and what we write otherwise
// written back.
#pragma once

#include <string>

#include "markdown/document/document.h"

namespace traff {

// Addresses as written, images as <img>, footnote marks with their links; nothing for words of the interface.
std::string filled_plainly(const ParsedDocument& parsed);

std::string as_library_html(std::string html);

}  // namespace traff
