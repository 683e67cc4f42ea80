// `ändringar: ja`: whether pages show what has been changed in them, earlier words included.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"

namespace traff {

// What the index.md of a site or network says; `otherwise` when it says nothing, or neither yes nor no (F40).
bool shows_changes(const Document& index, bool otherwise, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
