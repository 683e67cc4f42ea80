// When each page was last changed, for readers: the author's day of the last commit that touched its file.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "markdown/document.h"
#include "pages/origin.h"
#include "source/history.h"

namespace traff {

// One per document; all unknown without a history.
std::vector<std::optional<LastChange>> changed_days(const std::optional<History>& history, const std::vector<Document>& documents);

// G1, when a shallow clone hides some of them.
std::optional<Diagnostic> unknown_days(const std::optional<History>& history, const std::vector<Document>& documents);

}  // namespace traff
