#include "pipeline/search/site_search.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/content_id.h"
#include "base/text.h"
#include "course/model/page_kind.h"
#include "course/model/statement.h"
#include "disk/blob_cache.h"
#include "pages/search_entry.h"
#include "pages/views/statement_view.h"
#include "search/field_terms.h"
#include "search/index_builder.h"
#include "search/json_text.h"
#include "search/learnt_words.h"
#include "search/packed_terms.h"

namespace traff {

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

namespace {

// What one page gives to the search, kept between runs: an index after an edit looks at the edited page alone.

struct SearchPage {
  std::vector<IndexedDocument> documents;  // by entry, in the numbers of the terms it was read with
  std::vector<WordsOfText> words;          // by entry
  ContentId rows;                          // of what search_rows gives
};

struct KeptSearchPage {
  std::string terms;  // pack_terms
  std::vector<WordsOfText> words;
  ContentId rows;
};

template <class Stream, class Type>
  requires DescribesLike<Type, KeptSearchPage>
void describe(Stream& stream, Type& page) {
  stream(page.terms);
  stream(page.words);
  stream(page.rows);
}

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

// A line per entry: "anchor","title","excerpt" as JSON, without what the page itself says.
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

// `key` names all the entries are made of. `read` gives them when the cache has nothing; then the cache learns them.
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

// The same, from the cache if it is there.
std::string load_search_rows(const BlobCache& cache, const ContentId& key,
                             const std::function<std::vector<SearchEntry>()>& read) {
  auto rows = cache.load(rows_key(key));
  return rows ? std::move(*rows) : search_rows(read());
}

// The träff a page is, or belongs to by its key; "" for none.
std::string meeting_of(DocumentIndex document, const LoadedSite& site) {
  const MeetingIndex meeting = site.course().pages[document].meeting;
  if (meeting == no_index) return std::string(site.documents()[document].front_matter.value(Key::meeting));
  const int number = site.course().meetings[meeting].number;
  return number == 0 ? std::string() : std::to_string(number);
}

}  // namespace

IndexSpec site_index_spec(Language language) {
  IndexSpec spec;
  spec.fields = {{"titel", 3}, {"rubriker", 1.5}, {"text", 1}};
  spec.languages = {language};
  return spec;
}

SiteSearch::SiteSearch(const LoadedSite& site, const SiteMap& map, unsigned jobs)
    : site_(site), map_(map), jobs_(jobs) {
  for (DocumentIndex i = 0; i < site.documents().size(); ++i) {
    if (!map.address_of(i).empty() && !site.documents()[i].refused) pages_.push_back(i);
  }
  id_ = find_id();
}

// All that search_entries may look at.
ContentId SiteSearch::page_key(DocumentIndex document) const {
  const Document& page = site_.documents()[document];
  const CoursePage& place = site_.course().pages[document];
  std::string all = page.path + "\n" + std::string(row_of(place.kind).name) + "\n";
  if (place.network != no_index) all += site_.course().networks[place.network].title;
  all.append(reinterpret_cast<const char*>(page.id.bytes.data()), page.id.bytes.size());
  if (is_statement(page, place.kind)) all += to_hex(site_.theme().id());
  return content_id(all);
}

ContentId SiteSearch::find_id() const {
  std::string all(language_tag(site_.course().site.language));
  for (const Network& network : site_.course().networks) all += "\n" + network.title;
  for (const auto& group : site_.course().site.synonyms) all += "\n" + join(group, "=");
  for (const DocumentIndex i : pages_) {
    all += '\n' + map_.address_of(i) + '\n' + meeting_of(i, site_) + '\n' + to_hex(page_key(i));
    all += std::to_string(site_.course().pages[i].network);
  }
  return content_id(all);
}

std::vector<SearchEntry> SiteSearch::entries(DocumentIndex document, std::size_t excerpt_bytes) const {
  std::vector<SectionText> sections = site_.section_texts(document);
  const Document& page = site_.documents()[document];
  const bool adds_text = is_statement(page, site_.course().pages[document].kind) && !sections.empty();
  if (adds_text) sections.front().text += "\n" + statement_words(page, site_.theme());
  return search_entries(document, std::move(sections), site_.documents(), site_.course(), excerpt_bytes);
}

void SiteSearch::build() {
  rows_.resize(pages_.size());
  std::vector<std::vector<WordsOfText>> words(pages_.size());
  BlobCache& known = cache();
  const auto read = [&](std::size_t i, FieldTerms& terms) {
    SearchPage page = load_search_page(known, page_key(pages_[i]), terms, [&] { return entries(pages_[i]); });
    rows_[i] = page.rows;
    words[i] = std::move(page.words);
    return std::move(page.documents);
  };
  index_ = build_index(site_index_spec(site_.course().site.language), pages_.size(), read, jobs_);
  for (std::size_t i = 0; i < index_.documents.size(); ++i) index_.documents[i].ref = std::to_string(i);
  std::vector<WordsOfText> texts;
  for (std::vector<WordsOfText>& page : words) {
    first_entries_.push_back(texts.size());
    std::move(page.begin(), page.end(), std::back_inserter(texts));
  }
  words_ = learn_words(texts, site_.course().site.synonyms);
  known.release();
}

const LunrIndex& SiteSearch::index() {
  std::call_once(built_, [this] { build(); });
  return index_;
}

const IndexShards& SiteSearch::shards() {
  std::call_once(cut_, [this] {
    shards_.emplace(index(), IndexShards::standard_bytes);
    cache().put(shard_count_key(), std::to_string(shards_->size()));
  });
  return *shards_;
}

ContentId SiteSearch::shard_count_key() const { return content_id(to_hex(id_) + "\nshards"); }

std::optional<std::size_t> SiteSearch::known_shard_count() {
  const auto kept = cache().find(shard_count_key());
  std::size_t count = 0;
  if (!kept || std::from_chars(kept->data(), kept->data() + kept->size(), count).ec != std::errc()) return std::nullopt;
  return count;
}

std::size_t SiteSearch::shard_count() {
  const auto known = known_shard_count();
  return known ? *known : shards().size();
}

std::string SiteSearch::words_json() {
  index();
  return learnt_words_json(words_);
}

void SiteSearch::append_page(std::string& json, DocumentIndex document) const {
  const CoursePage& page = site_.course().pages[document];
  json += '[';
  append_json(json, map_.address_of(document));
  json += ',';
  append_json(json, searched_words(site_.documents()[document].title));
  json += ',';
  append_json(json, row_of(page.kind).name);
  json += ',' + (page.network == no_index ? std::string("-1") : std::to_string(page.network)) + ',';
  append_json(json, meeting_of(document, site_));
  json += ']';
}

std::string SiteSearch::networks_json() const {
  std::string json = "[";
  for (const Network& network : site_.course().networks) {
    if (json.size() > 1) json += ',';
    append_json(json, network.title);
  }
  return json + "]";
}

std::string SiteSearch::pages_json(std::size_t first, std::size_t end) const {
  std::string json = "[";
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) json += ',';
    append_page(json, pages_[i]);
  }
  return json + "]";
}

std::string SiteSearch::results_start() {
  std::string json = "{\"version\":1,\"language\":";
  append_json(json, language_tag(site_.course().site.language));
  return json + ",\"networks\":" + networks_json() + ",\"pages\":" + pages_json(0, pages_.size());
}

std::string SiteSearch::rows_of(std::size_t page, std::size_t excerpt_bytes) {
  const DocumentIndex document = pages_[page];
  const auto read = [&] { return entries(document, excerpt_bytes); };
  return excerpt_bytes == short_excerpt ? load_search_rows(cache(), page_key(document), read) : search_rows(read());
}

void SiteSearch::append_rows(std::string& json, std::size_t page, const std::string& rows, bool is_first) {
  const std::string start = "[" + std::to_string(page) + ",";
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = rows.find('\n', at);
    if (!is_first || at > 0) json += ',';
    json += start;
    json.append(rows, at, end - at);
    json += ']';
    at = end + 1;
  }
}

void SiteSearch::write_results(const TextSink& sink) {
  index();
  sink(results_start());
  std::string json = ",\"documents\":[";
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    append_rows(json, i, rows_of(i, short_excerpt), i == 0);
    sink(json);
    json.clear();
  }
  sink("]}");
}

ContentId SiteSearch::results_id(std::size_t first, std::size_t count) {
  index();
  const std::size_t end = std::min(first + count, pages_.size());
  std::string all = pages_json(first, end) + std::to_string(first_entries_[first]);
  for (std::size_t i = first; i < end; ++i) all += to_hex(rows_[i]);
  return content_id(all);
}

std::size_t SiteSearch::pages_per_block() const {
  constexpr std::size_t most_pages_alone = 1000, together = 6;
  return pages_.size() <= most_pages_alone ? 1 : together;
}

// A long excerpt is of more of the text than its row in the whole list says.
ContentId SiteSearch::block_id(std::size_t first) {
  const ContentId rows = results_id(first, pages_per_block());
  return pages_per_block() > 1 ? rows : content_id(to_hex(rows) + to_hex(page_key(pages_[first])));
}

std::string SiteSearch::block_json(std::size_t first) {
  index();
  const std::size_t end = std::min(first + pages_per_block(), pages_.size());
  std::string json = "{\"page\":" + std::to_string(first) + ",\"document\":" + std::to_string(first_entries_[first]) +
                     ",\"pages\":" + pages_json(first, end) + ",\"documents\":[";
  for (std::size_t i = first; i < end; ++i)
    append_rows(json, i, rows_of(i, pages_per_block() > 1 ? short_excerpt : long_excerpt), i == first);
  return json + "]}";
}

std::string SiteSearch::manifest_json(bool in_shards) {
  std::string json = "{\"version\":1,\"language\":";
  append_json(json, language_tag(site_.course().site.language));
  json +=
      ",\"networks\":" + networks_json() + ",\"count\":" + std::to_string(index().documents.size()) + ",\"blocks\":[";
  for (std::size_t i = 0; i < pages_.size(); i += pages_per_block()) {
    if (i > 0) json += ',';
    json += std::to_string(first_entries_[i]);
  }
  return json + "],\"shards\":" + (in_shards ? shards().beginnings_json() : "[]") + "}";
}

}  // namespace traff
