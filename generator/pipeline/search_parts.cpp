#include "pipeline/search_parts.h"

#include "search/script_file.h"

namespace traff {

namespace {

// Of a file that costs no more to make than to ask for.
SearchFile file_of(std::string path, const std::function<std::string()>& make) {
  return {std::move(path), [make] { return content_id(make()); }, make};
}

SearchFile shard_file(const std::shared_ptr<SiteSearch>& search, std::size_t number) {
  return {"search/t/" + std::to_string(number) + ".js", [search, number] { return search->shards().id(number); },
          [search, number] { return script_of_part("terms", number, search->shards().json(number)); }};
}

SearchFile block_file(const std::shared_ptr<SiteSearch>& search, std::size_t number) {
  const std::size_t first = number * search->pages_per_block();
  return {"search/d/" + std::to_string(number) + ".js", [search, first] { return search->block_id(first); },
          [search, number, first] { return script_of_part("documents", number, search->block_json(first)); }};
}

}  // namespace

void add_search_parts(const std::shared_ptr<SiteSearch>& search, std::size_t shards, const AddSearchFile& add) {
  add(file_of("search/manifest.js", [search, shards] { return script_of("manifest", search->manifest_json(shards > 0)); }));
  const std::size_t blocks = (search->pages().size() + search->pages_per_block() - 1) / search->pages_per_block();
  for (std::size_t i = 0; i < blocks; ++i) add(block_file(search, i));
  for (std::size_t i = 0; i < shards; ++i) add(shard_file(search, i));
  if (shards > 0) add(file_of("search/vocabulary.js", [search] { return script_of("vocabulary", search->shards().vocabulary()); }));
}

}  // namespace traff
