// Documents in, a Lunr index out: the same as lunr.js 2.3.9 with lunr-languages 1.22.0 would build, for any number of
// threads.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "search/field_terms.h"
#include "search/index_spec.h"
#include "search/lunr_index.h"

namespace traff {

// Called once for each number below the count, from several threads at a time, each with its own `terms`, in which what
// it gives is numbered. Documents stand in the index in the order of their numbers.
using ReadDocuments = std::function<std::vector<IndexedDocument>(std::size_t, FieldTerms& terms)>;

// References must differ. Cost: linear in what the calls give.
LunrIndex build_index(const IndexSpec& spec, std::size_t count, const ReadDocuments& read, unsigned jobs);

}  // namespace traff
