// Keys whose value is ja or nej.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"

namespace traff {

// What the page says after `key`; `otherwise` when it says nothing, or neither yes nor no (F40).
bool says_yes(const Document& page, Key key, bool otherwise, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
