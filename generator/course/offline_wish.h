// The setting `offline` of content/index.md: whether readers can take the whole site along as one file.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"

namespace traff {

// F47: neither yes nor no.
bool wants_offline_copy(const Document& index, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
