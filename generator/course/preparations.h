// What a träff's own text asks a participant to do before it, in short.
#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"

namespace traff {

// The points under "Inför träffen": items of its lists or, without a list, its paragraphs. The first four, long ones
// cut at a word. Cost: linear in the section.
std::vector<std::string> find_preparations(const Document& document, const DocumentBody& body);

}  // namespace traff
