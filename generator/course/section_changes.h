// Two versions of a text, section by section, slide by slide, work by work, row by row.
#pragma once

#include <vector>

#include "course/document_changes.h"

namespace traff {

// Points of programmes and rows of date tables are no text of their section here.
std::vector<DocumentChange> compare_sections(const DocumentVersion& before, const DocumentVersion& after);
std::vector<DocumentChange> compare_works(const DocumentVersion& before, const DocumentVersion& after);
std::vector<DocumentChange> compare_rows(const DocumentVersion& before, const DocumentVersion& after);

}  // namespace traff
