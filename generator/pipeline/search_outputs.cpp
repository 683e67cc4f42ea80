#include "pipeline/search_outputs.h"

#include "pipeline/search_shards.h"
#include "pipeline/site_search.h"
#include "search/lunr_json.h"
#include "search/script_file.h"

namespace traff {

namespace {

std::string index_json(SiteSearch& search, unsigned jobs) {
  std::string json;
  json.reserve(most_json_bytes(search.index()));
  write_lunr_json(search.index(), jobs, [&](std::string_view piece) { json += piece; });
  return json;
}

std::string index_script(SiteSearch& search, unsigned jobs) {
  std::string script;
  const TextSink sink = [&](std::string_view piece) { script += piece; };
  ScriptFile file("index", sink);
  write_lunr_json(search.index(), jobs, [&](std::string_view piece) { file.write(piece); });
  file.finish();
  return script;
}

std::string results_script(SiteSearch& search) {
  std::string script;
  const TextSink sink = [&](std::string_view piece) { script += piece; };
  ScriptFile file("documents", sink);
  search.write_results([&](std::string_view piece) { file.write(piece); });
  file.finish();
  return script;
}

std::string words_script(SiteSearch& search) {
  std::string script;
  const TextSink sink = [&](std::string_view piece) { script += piece; };
  ScriptFile file("words", sink);
  file.write(search.words_json());
  file.finish();
  return script;
}

// What may be asked of a reader who opens the site from disk: an index of some 1 MB compressed.
constexpr std::size_t most_html_for_whole_script = 5'000'000;

std::size_t html_bytes(const LoadedSite& site) {
  std::size_t bytes = 0;
  for (const Document& document : site.documents()) bytes += document.html_size;
  return bytes;
}

}  // namespace

void add_search(std::vector<Output>& outputs, const LoadedSite& site, const SiteMap& map, unsigned jobs) {
  const auto search = std::make_shared<SiteSearch>(site, map, jobs);
  if (search->pages().empty()) return;
  const ContentId id = search->id();
  const auto add = [&](std::string path, std::function<std::string()> make) {
    outputs.push_back({std::move(path), [id, make = std::move(make)] { return Recipe{{{"words", id}}, make}; }});
  };
  add("search/index.json", [search, jobs] { return index_json(*search, jobs); });
  const std::size_t html = html_bytes(site);
  if (html <= most_html_for_whole_script) add("search/index.js", [search, jobs] { return index_script(*search, jobs); });
  add("search/documents.js", [search] { return results_script(*search); });
  add("search/words.js", [search] { return words_script(*search); });
  add_search_shards(search, html, add);
}

}  // namespace traff
