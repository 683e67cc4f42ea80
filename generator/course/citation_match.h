// A citation against one list of works: which it means, and when it means none, what comes near.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "course/work_index.h"
#include "markdown/citation.h"

namespace traff {

struct CitationMatch {
  std::vector<std::uint32_t> works;  // indices into WorkIndex::works(); several when it is ambiguous
  std::size_t first_word = 0;        // of Citation::words: where the names begin
};

// Surnames, year and its letter; "m.fl." stands for the names that follow; a genitive s is dropped when only then
// something is found. Cost: some hash lookups.
CitationMatch match_citation(const Citation& citation, const WorkIndex& index);

// Works with the same names of another year.
CitationMatch match_names_only(const Citation& citation, const WorkIndex& index);

// A work of the same year with one surname written a little differently. Cost: linear in the list.
const Work* find_misspelt(const Citation& citation, const WorkIndex& index);

}  // namespace traff
