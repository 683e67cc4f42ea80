#include "pipeline/search_outputs.h"

#include "pipeline/search_parts.h"
#include "pipeline/site_search.h"
#include "search/lunr_json.h"
#include "search/script_file.h"

namespace traff {

namespace {

ByteWriter index_json(const std::shared_ptr<SiteSearch>& search, unsigned jobs) {
  return [search, jobs](const ByteSink& sink) { write_lunr_json(search->index(), jobs, sink); };
}

ByteWriter index_script(const std::shared_ptr<SiteSearch>& search, unsigned jobs) {
  return [search, jobs](const ByteSink& sink) {
    ScriptFile file("index", sink);
    write_lunr_json(search->index(), jobs, [&](std::string_view piece) { file.write(piece); });
    file.finish();
  };
}

ByteWriter results_script(const std::shared_ptr<SiteSearch>& search) {
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

void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs, bool may_count) {
  const auto search = std::make_shared<SiteSearch>(site, map, jobs);
  if (search->pages().empty()) return;
  const ContentId id = search->id();
  const auto add_streamed = [&](std::string path, std::function<ContentId()> id_of, ByteWriter write) {
    outputs.push_back({std::move(path), [id_of, write] { return Recipe{.ingredients = {{"words", id_of()}}, .write = write}; }, id, true});
  };
  const auto add = [&](SearchFile file) {
    outputs.push_back({file.path, [file] { return Recipe{.ingredients = {{"words", file.id()}}, .make = file.make}; }, id});
  };
  add_streamed("search/index.json", [id] { return id; }, index_json(search, jobs));
  const std::size_t html = html_bytes(site, search->pages());
  if (html <= most_html_for_whole_script) add_streamed("search/index.js", [id] { return id; }, index_script(search, jobs));
  add_streamed("search/documents.js", [search] { return results_id(*search); }, results_script(search));
  const auto words = [search] { return script_of("words", search->words_json()); };
  add({"search/words.js", [words] { return content_id(words()); }, words});
  const auto shards = html < least_html_for_shards ? 0 : may_count ? search->shard_count() : search->known_shard_count().value_or(0);
  add_search_parts(search, shards, add);
}

}  // namespace traff
