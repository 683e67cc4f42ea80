// What one page gives to the search, kept between runs: an index after an edit looks at the edited page alone.
#pragma once

#include <string>
#include <vector>

#include "base/content_id.h"
#include "output/blob_cache.h"
#include "pages/search_entry.h"
#include "search/field_terms.h"
#include "search/learnt_words.h"

namespace traff {

struct SearchPage {
  std::vector<IndexedDocument> documents;  // by entry, in the numbers of the terms it was read with
  std::vector<WordsOfText> words;          // by entry
  ContentId rows;                          // of what search_rows gives
};

// `key` names all the entries are made of. `read` gives them when the cache has nothing; then the cache learns them.
SearchPage load_search_page(BlobCache& cache, const ContentId& key, FieldTerms& terms,
                            const std::function<std::vector<SearchEntry>()>& read);

// A line per entry: "anchor","title","excerpt" as JSON, without what the page itself says.
std::string search_rows(const std::vector<SearchEntry>& entries);

// The same, from the cache if it is there.
std::string load_search_rows(const BlobCache& cache, const ContentId& key, const std::function<std::vector<SearchEntry>()>& read);

}  // namespace traff
