// The network's own list of audiences says how they are spelt: F24 for one that is near a word of the list and is
// not in it. What is near none may well be an audience of its own.
#pragma once

#include <span>
#include <vector>

#include "course/course.h"

namespace traff {

// Cost: linear in the occasions; the words compared are counted and end with a bound.
void check_audiences(std::span<const Document> documents, const Course& course, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
