#include "pipeline/search/search_outputs.h"

#include <functional>
#include <memory>
#include <string>

#include "pipeline/search/site_search.h"
#include "search/lunr_json.h"

namespace traff {

namespace {

// The search cut into files of which a reader loads few (docs/search.md).

struct SearchFile {
  std::string path;
  std::function<ContentId()> id;  // of all that decides its bytes
  std::function<std::string()> make;
};

using AddSearchFile = std::function<void(SearchFile)>;

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

// `shards`: into how many the index is cut; 0 when it is searched whole.
void add_search_parts(const std::shared_ptr<SiteSearch>& search, std::size_t shards, const AddSearchFile& add) {
  add(file_of("search/manifest.js",
              [search, shards] { return script_of("manifest", search->manifest_json(shards > 0)); }));
  const std::size_t blocks = (search->pages().size() + search->pages_per_block() - 1) / search->pages_per_block();
  for (std::size_t i = 0; i < blocks; ++i) add(block_file(search, i));
  for (std::size_t i = 0; i < shards; ++i) add(shard_file(search, i));
  if (shards > 0)
    add(file_of("search/vocabulary.js", [search] { return script_of("vocabulary", search->shards().vocabulary()); }));
}

ByteProducer index_json(const std::shared_ptr<SiteSearch>& search, unsigned jobs) {
  return [search, jobs](const ByteSink& sink) { write_lunr_json(search->index(), jobs, sink); };
}

ByteProducer index_script(const std::shared_ptr<SiteSearch>& search, unsigned jobs) {
  return [search, jobs](const ByteSink& sink) {
    ScriptFile file("index", sink);
    write_lunr_json(search->index(), jobs, [&](std::string_view piece) { file.write(piece); });
    file.finish();
  };
}

ByteProducer results_script(const std::shared_ptr<SiteSearch>& search) {
  return [search](const ByteSink& sink) {
    ScriptFile file("documents", sink);
    search->write_results([&](std::string_view piece) { file.write(piece); });
    file.finish();
  };
}

ContentId results_id(SiteSearch& search) {
  return content_id(search.results_start() + to_hex(search.results_id(0, search.pages().size())));
}

// What may be asked of a reader who opens the site from disk: an index of some 1 MB compressed.
constexpr std::size_t most_html_for_whole_script = 5'000'000;

// What has less is searched by its whole index: some 60 kB compressed.
constexpr std::size_t least_html_for_shards = 150'000;

// Of published pages: what is not searched for decides nothing.
std::size_t html_bytes(const LoadedSite& site, const std::vector<DocumentIndex>& pages) {
  std::size_t bytes = 0;
  for (const DocumentIndex page : pages) bytes += site.documents()[page].html_size;
  return bytes;
}

}  // namespace

void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs,
                bool may_count) {
  const auto search = std::make_shared<SiteSearch>(site, map, jobs);
  if (search->pages().empty()) return;
  const ContentId id = search->id();
  const auto shared =
      std::make_shared<const SharedWork>(SharedWork{std::string(index_stage), [search] { search->index(); }});
  const auto add_streamed = [&](std::string path, std::function<ContentId()> id_of, ByteProducer write) {
    outputs.push_back({std::move(path),
                       [id_of, write] { return Recipe{.ingredients = {{"words", id_of()}}, .write = write}; }, id, true,
                       shared});
  };
  const auto add = [&](SearchFile file) {
    outputs.push_back({file.path, [file] { return Recipe{.ingredients = {{"words", file.id()}}, .make = file.make}; },
                       id, false, shared});
  };
  add_streamed("search/index.json", [id] { return id; }, index_json(search, jobs));
  const std::size_t html = html_bytes(site, search->pages());
  if (html <= most_html_for_whole_script)
    add_streamed("search/index.js", [id] { return id; }, index_script(search, jobs));
  add_streamed("search/documents.js", [search] { return results_id(*search); }, results_script(search));
  const auto words = [search] { return script_of("words", search->words_json()); };
  add({"search/words.js", [words] { return content_id(words()); }, words});
  const std::size_t shards = html < least_html_for_shards ? 0
                             : may_count                  ? search->shard_count()
                                                          : search->known_shard_count().value_or(0);
  add_search_parts(search, shards, add);
}

}  // namespace traff
