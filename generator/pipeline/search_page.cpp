#include "pipeline/search_page.h"

#include <optional>
#include <utility>

#include "base/byte_stream.h"
#include "search/json_text.h"
#include "search/packed_terms.h"

namespace traff {

struct KeptSearchPage {
  std::string terms;  // pack_terms
  std::vector<WordsOfText> words;
  ContentId rows;
};

template <class Stream, class Type>
requires DescribesLike<Type, LongForm>
void describe(Stream& stream, Type& form) {
  stream(form.abbreviation);
  stream(form.words);
}

template <class Stream, class Type>
requires DescribesLike<Type, WordsOfText>
void describe(Stream& stream, Type& words) {
  stream(words.abbreviations);
  stream(words.long_forms);
}

template <class Stream, class Type>
requires DescribesLike<Type, KeptSearchPage>
void describe(Stream& stream, Type& page) {
  stream(page.terms);
  stream(page.words);
  stream(page.rows);
}

namespace {

ContentId rows_key(const ContentId& key) { return content_id(to_hex(key) + "\nrows"); }

IndexDocument index_document(SearchEntry& entry) {
  IndexDocument document;
  document.values.resize(3);
  document.values[0].text = std::move(entry.title);
  document.values[1].text = std::move(entry.headings);
  document.values[2].text = std::move(entry.text);
  return document;
}

std::optional<SearchPage> find_known(const BlobCache& cache, const ContentId& key, FieldTerms& terms) {
  const auto bytes = cache.find(key);
  if (!bytes || !cache.contains(rows_key(key))) return std::nullopt;
  auto kept = from_bytes<KeptSearchPage>(*bytes);
  if (!kept) return std::nullopt;
  auto documents = unpack_terms(kept->terms, terms.terms());
  if (!documents || documents->size() != kept->words.size()) return std::nullopt;
  return SearchPage{std::move(*documents), std::move(kept->words), kept->rows};
}

}  // namespace

SearchPage load_search_page(BlobCache& cache, const ContentId& key, FieldTerms& terms,
                            const std::function<std::vector<SearchEntry>()>& read) {
  if (auto known = find_known(cache, key, terms)) return std::move(*known);
  std::vector<SearchEntry> entries = read();
  SearchPage page;
  const std::string rows = search_rows(entries);
  page.rows = content_id(rows);
  for (SearchEntry& entry : entries) {
    page.words.push_back(find_words(entry.title + "\n" + entry.text));
    page.documents.push_back(terms.read(index_document(entry)));
  }
  cache.put(key, to_bytes(KeptSearchPage{pack_terms(page.documents, terms.terms()), page.words, page.rows}));
  cache.put(rows_key(key), rows);
  return page;
}

std::string search_rows(const std::vector<SearchEntry>& entries) {
  std::string rows;
  for (const SearchEntry& entry : entries) {
    append_json(rows, std::string_view(entry.anchor));
    rows += ',';
    append_json(rows, entry.anchor.empty() ? std::string_view() : std::string_view(entry.title));
    rows += ',';
    append_json(rows, std::string_view(entry.excerpt));
    rows += '\n';
  }
  return rows;
}

std::string load_search_rows(const BlobCache& cache, const ContentId& key,
                             const std::function<std::vector<SearchEntry>()>& read) {
  auto rows = cache.load(rows_key(key));
  return rows ? std::move(*rows) : search_rows(read());
}

}  // namespace traff
