// The search of a large site cut into files of which a reader loads few (docs/search.md).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "pipeline/site_search.h"

namespace traff {

struct SearchFile {
  std::string path;
  std::function<ContentId()> id;  // of all that decides its bytes
  std::function<std::string()> make;
};
using AddSearchFile = std::function<void(SearchFile)>;

// The files of `shards` shards; 0 gives only a manifest that names none.
void add_search_shards(const std::shared_ptr<SiteSearch>& search, std::size_t shards, const AddSearchFile& add);

}  // namespace traff
