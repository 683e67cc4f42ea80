#include "pipeline/commands/index_files.h"

#include <optional>

#include "disk/new_files.h"
#include "output/own_folder.h"
#include "pipeline/search/site_search.h"
#include "search/index_builder.h"
#include "search/index_input.h"
#include "search/json_text.h"
#include "search/learnt_words.h"
#include "search/lunr_json.h"

namespace traff {

namespace {

void write_words_file(const IndexInput& documents, const std::string& out) {
  std::vector<WordsOfText> texts;
  for (std::size_t i = 0; i < documents.document_count(); ++i) {
    std::string text;
    for (const FieldValue& value : documents.document(i).values) text += value.text + "\n";
    texts.push_back(find_words(text));
  }
  NamedFileWriter file(out);
  file.write(learnt_words_json(learn_words(texts, {})) + "\n");
  file.finish();
}

}  // namespace

void write_index_file(const std::string& input, const std::string& out, const std::string& words, unsigned jobs) {
  refuse_file_of_git(out);
  if (!words.empty()) refuse_file_of_git(words);
  std::optional<IndexInput> documents(std::in_place, input, load_named_file(input));
  if (!words.empty()) write_words_file(*documents, words);
  const LunrIndex index = build_index(
      documents->spec(), documents->document_count(),
      [&](std::size_t i, FieldTerms& terms) { return std::vector{terms.read(documents->document(i))}; }, jobs);
  documents.reset();  // its memory is better used for the index
  NamedFileWriter file(out);
  write_lunr_json(index, jobs, [&](std::string_view piece) { file.write(piece); });
  file.finish();
}

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
