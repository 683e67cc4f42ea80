// What two versions of a document say in `nyckel: värde` lines, compared as it is shown: "9-16" and "kl. 9–16" are one time.
#pragma once

#include <vector>

#include "course/document_changes.h"

namespace traff {

// The title and summary too.
std::vector<DocumentChange> compare_facts(const Document& before, const Document& after, const ChangeFrame& frame);

}  // namespace traff
