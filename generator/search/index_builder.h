// Documents in, a Lunr index out: the same as lunr.js 2.3.9 with lunr-languages 1.22.0 would build, for any number of
// threads.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "search/index_spec.h"
#include "search/lunr_index.h"

namespace traff {

// Called once for each number below the count, from several threads at a time. Documents stand in the index in the order
// of their numbers.
using ReadDocuments = std::function<std::vector<IndexDocument>(std::size_t)>;

// References must differ. Cost: linear in the texts; holds what one call gives per thread at a time.
LunrIndex build_index(const IndexSpec& spec, std::size_t count, const ReadDocuments& read, unsigned jobs);

}  // namespace traff
