#include "pipeline/search_shards.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "search/index_shards.h"
#include "search/script_file.h"

namespace traff {

namespace {

constexpr std::size_t whole_below = 150'000;    // bytes of HTML whose index is some 60 kB compressed
constexpr std::size_t html_per_shard = 40'000;  // gives some 16 kB compressed
constexpr std::size_t pages_per_block = 6;

// Cut when the first of the files is asked for.
class ShardedSearch {
 public:
  ShardedSearch(std::shared_ptr<SiteSearch> search, std::size_t shards) : search_(std::move(search)), count_(shards) {}

  std::string shard(std::size_t number) { return script_of_part("terms", number, shards().json(number)); }
  std::string vocabulary() { return script_of("vocabulary", shards().vocabulary()); }

  std::string manifest() {
    const std::string terms = shards().first_terms_json();
    return script_of("manifest", search_->manifest_json(terms, pages_per_block));
  }

  std::string block(std::size_t number) {
    return script_of_part("documents", number, search_->block_json(number * pages_per_block, pages_per_block));
  }

 private:
  const IndexShards& shards() {
    std::call_once(cut_, [this] { shards_.emplace(search_->index(), count_); });
    return *shards_;
  }

  std::shared_ptr<SiteSearch> search_;
  std::size_t count_;
  std::once_flag cut_;
  std::optional<IndexShards> shards_;
};

}  // namespace

void add_search_shards(const std::shared_ptr<SiteSearch>& search, std::size_t html_bytes, const AddSearchFile& add) {
  if (html_bytes < whole_below) {  // a manifest without shards: load the whole
    add("search/manifest.js", [search] { return script_of("manifest", search->manifest_json("[]", pages_per_block)); });
    return;
  }
  const std::size_t shards = html_bytes / html_per_shard + 1;
  const std::size_t blocks = (search->pages().size() + pages_per_block - 1) / pages_per_block;
  const auto sharded = std::make_shared<ShardedSearch>(search, shards);
  for (std::size_t i = 0; i < shards; ++i) add("search/t/" + std::to_string(i) + ".js", [sharded, i] { return sharded->shard(i); });
  for (std::size_t i = 0; i < blocks; ++i) add("search/d/" + std::to_string(i) + ".js", [sharded, i] { return sharded->block(i); });
  add("search/manifest.js", [sharded] { return sharded->manifest(); });
  add("search/vocabulary.js", [sharded] { return sharded->vocabulary(); });
}

}  // namespace traff
