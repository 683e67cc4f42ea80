// Redovisningar: the träff each belongs to, and whether their letters make sense together.
#pragma once

#include <span>

#include "course/course.h"
#include "markdown/document.h"

namespace traff {

// Fills Network::assignments. F31 no träff named, F32 a träff that is not there, F33 one letter twice, F34 a letter
// left out. Cost: linear in pages and träffar.
void find_assignments(std::span<const Document> documents, Course& course);

}  // namespace traff
