// Which works the pages list, which of them the texts mean, and what does not fit together.
#pragma once

#include <span>

#include "course/body/body_facts.h"
#include "course/model/course.h"

namespace traff {

// Fills Course::literature and adds messages (R1–R7, R9). A page's own list goes before its network's; pages outside
// every network share theirs. Cost: linear in works and citations.
void find_literature(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course,
                     unsigned jobs);

}  // namespace traff
