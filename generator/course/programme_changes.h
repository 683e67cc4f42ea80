// Two versions of a programme, point by point.
#pragma once

#include <vector>

#include "course/document_changes.h"

namespace traff {

// Nothing when either version has none: then its section tells.
std::vector<DocumentChange> compare_programmes(const DocumentVersion& before, const DocumentVersion& after, Language language);

}  // namespace traff
