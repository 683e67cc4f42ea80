#include "pipeline/index_file.h"

#include <optional>

#include "output/named_file.h"
#include "output/own_folder.h"
#include "search/index_builder.h"
#include "search/index_input.h"
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
  const LunrIndex index = build_index(documents->spec(), documents->document_count(),
                                      [&](std::size_t i, FieldTerms& terms) { return std::vector{terms.read(documents->document(i))}; }, jobs);
  documents.reset();  // its memory is better used for the index
  NamedFileWriter file(out);
  write_lunr_json(index, jobs, [&](std::string_view piece) { file.write(piece); });
  file.finish();
}

}  // namespace traff
