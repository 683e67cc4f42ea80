// T8 for people: Lindkvist and Lindqvist with one first name, in the keys that name leaders, lecturers and authors.
#pragma once

#include <span>
#include <vector>

#include "course/course.h"

namespace traff {

// Cost: linear in documents.
std::vector<Diagnostic> check_person_spellings(std::span<const Document> documents, const Course& course);

}  // namespace traff
