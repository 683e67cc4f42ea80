#include "pipeline/documents_file.h"

#include "output/named_file.h"
#include "output/own_folder.h"
#include "pipeline/site_search.h"
#include "search/json_text.h"

namespace traff {

namespace {

std::string spec_json(const IndexSpec& spec) {
  std::string json = "{\"spec\":{\"ref\":\"ref\",\"fields\":[";
  for (const IndexField& field : spec.fields) {
    if (json.back() != '[') json += ',';
    json += "{\"name\":";
    append_json(json, std::string_view(field.name));
    json += ",\"boost\":" + number_text(field.boost) + "}";
  }
  json += "],\"languages\":[";
  append_json(json, language_tag(spec.languages.front()));
  return json + "]},\"documents\":[";
}

std::string entry_json(std::size_t ref, const SearchEntry& entry) {
  std::string json = ref == 0 ? "\n{\"ref\":\"" : ",\n{\"ref\":\"";
  json += std::to_string(ref) + "\",\"titel\":";
  append_json(json, std::string_view(entry.title));
  json += ",\"rubriker\":";
  append_json(json, std::string_view(entry.headings));
  json += ",\"text\":";
  append_json(json, std::string_view(entry.text));
  return json + "}";
}

}  // namespace

void write_documents_file(const BuildOptions& options, const std::string& out) {
  refuse_file_of_git(out);
  StageClock clock;
  LoadedSite site(options, clock);
  const SiteMap map(site.documents(), site.course());
  const SiteSearch search(site, map, options.jobs);
  NamedFileWriter file(out);
  file.write(spec_json(site_index_spec(site.course().site.language)));
  std::size_t ref = 0;
  for (const DocumentIndex page : search.pages()) {
    std::string json;
    for (const SearchEntry& entry : search.entries(page)) json += entry_json(ref++, entry);
    file.write(json);
  }
  file.write("\n]}\n");
  file.finish();
  site.save_cache();
}

}  // namespace traff
