// The setting `synonymer` of content/index.md: words and phrases that the search takes for one another.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"

namespace traff {

// Of each value "SKA = systematiskt kvalitetsarbete" its parts, in lower case. F36: a value without an equals sign.
std::vector<std::vector<std::string>> read_synonyms(const Document& index, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
