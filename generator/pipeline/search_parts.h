// The search cut into files of which a reader loads few (docs/search.md).
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

// `shards`: into how many the index is cut; 0 when it is searched whole.
void add_search_parts(const std::shared_ptr<SiteSearch>& search, std::size_t shards, const AddSearchFile& add);

}  // namespace traff
