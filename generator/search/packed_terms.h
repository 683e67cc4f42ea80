// The terms of a few documents as bytes, to be kept between runs: with them an index is built without looking at the
// texts again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/lunr_index.h"

namespace traff {

// `documents` without metadata; their terms are numbered in `terms`. References and boosts are left out. Linear.
std::string pack_terms(const std::vector<IndexedDocument>& documents, const WordNumbers& terms);

// The same documents, their terms numbered in `terms`, which learns those it lacks. Nothing when the bytes are not what
// pack_terms gives. Cost: a look-up for each different term.
std::optional<std::vector<IndexedDocument>> unpack_terms(std::string_view bytes, WordNumbers& terms);

}  // namespace traff
