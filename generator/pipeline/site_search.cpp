#include "pipeline/site_search.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "course/page_kind.h"
#include "search/index_builder.h"
#include "search/json_text.h"

namespace traff {

namespace {

std::string_view kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::start: return "start";
    case PageKind::network: return "network";
    case PageKind::letter: return "letter";
    case PageKind::meeting: return "meeting";
    case PageKind::deck: return "deck";
    case PageKind::assignment: return "assignment";
    case PageKind::literature: return "literature";
    case PageKind::report: return "report";
    case PageKind::form: return "form";
    case PageKind::dates: return "dates";
    case PageKind::page: break;
  }
  return "page";
}

// The träff a page is, or belongs to by its key; "" for none.
std::string meeting_of(DocumentIndex document, const LoadedSite& site) {
  const MeetingIndex meeting = site.course().pages[document].meeting;
  if (meeting == no_index) return std::string(site.documents()[document].front_matter.value(Key::meeting));
  const int number = site.course().meetings[meeting].number;
  return number == 0 ? std::string() : std::to_string(number);
}

IndexDocument index_document(SearchEntry entry) {
  IndexDocument document;
  document.values.resize(3);
  document.values[0].text = std::move(entry.title);
  document.values[1].text = std::move(entry.headings);
  document.values[2].text = std::move(entry.text);
  return document;
}

void append_text(std::string& json, std::string_view text) { append_json(json, text); }

// A page itself has no anchor, and its title stands with the page.
void append_result(std::string& json, std::size_t page, const SearchEntry& entry) {
  json += '[' + std::to_string(page) + ',';
  append_text(json, entry.anchor);
  json += ',';
  append_text(json, entry.anchor.empty() ? std::string_view() : entry.title);
  json += ',';
  append_text(json, entry.excerpt);
  json += "],";
}

}  // namespace

IndexSpec site_index_spec(Language language) {
  IndexSpec spec;
  spec.fields = {{"titel", 3}, {"rubriker", 1.5}, {"text", 1}};
  spec.languages = {language};
  return spec;
}

SiteSearch::SiteSearch(const LoadedSite& site, const SiteMap& map, unsigned jobs) : site_(site), map_(map), jobs_(jobs) {
  for (DocumentIndex i = 0; i < site.documents().size(); ++i) {
    if (!map.address_of(i).empty() && !site.documents()[i].refused) pages_.push_back(i);
  }
}

ContentId SiteSearch::id() const {
  std::string all(language_tag(site_.course().site.language));
  for (const Network& network : site_.course().networks) all += "\n" + network.title;
  for (const auto& group : site_.course().site.synonyms) all += "\n" + join(group, "=");
  for (const DocumentIndex i : pages_) {
    all += '\n' + map_.address_of(i) + '\n' + meeting_of(i, site_) + '\n';
    all += kind_name(site_.course().pages[i].kind);
    all += std::to_string(site_.course().pages[i].network);
    const ContentId& text = site_.documents()[i].id;
    all.append(reinterpret_cast<const char*>(text.bytes.data()), text.bytes.size());
  }
  return content_id(all);
}

std::vector<SearchEntry> SiteSearch::entries(DocumentIndex document) const {
  return search_entries(document, site_.section_texts(document), site_.documents(), site_.course());
}

void SiteSearch::build() {
  results_.resize(pages_.size());
  words_.resize(pages_.size());
  std::vector<std::size_t> counts(pages_.size());
  const auto read = [&](std::size_t i) {
    std::vector<IndexDocument> documents;
    for (SearchEntry& entry : entries(pages_[i])) {
      append_result(results_[i], i, entry);
      words_[i].push_back(find_words(entry.title + "\n" + entry.text));
      documents.push_back(index_document(std::move(entry)));
    }
    counts[i] = documents.size();
    return documents;
  };
  index_ = build_index(site_index_spec(site_.course().site.language), pages_.size(), read, jobs_);
  for (std::size_t i = 0; i < index_.documents.size(); ++i) index_.documents[i].ref = std::to_string(i);
  std::size_t entries = 0;
  for (const std::size_t count : counts) first_entries_.push_back(std::exchange(entries, entries + count));
}

std::string SiteSearch::words_json() {
  std::call_once(built_, [this] { build(); });
  std::vector<WordsOfText> texts;
  for (const std::vector<WordsOfText>& page : words_) texts.insert(texts.end(), page.begin(), page.end());
  return learnt_words_json(learn_words(texts, site_.course().site.synonyms));
}

const LunrIndex& SiteSearch::index() {
  std::call_once(built_, [this] { build(); });
  return index_;
}

void SiteSearch::append_page(std::string& json, DocumentIndex document) const {
  const CoursePage& page = site_.course().pages[document];
  json += '[';
  append_text(json, map_.address_of(document));
  json += ',';
  append_text(json, searched_words(site_.documents()[document].title));
  json += ',';
  append_text(json, kind_name(page.kind));
  json += ',' + (page.network == no_index ? std::string("-1") : std::to_string(page.network)) + ',';
  append_text(json, meeting_of(document, site_));
  json += ']';
}

std::string SiteSearch::networks_json() const {
  std::string json = "[";
  for (const Network& network : site_.course().networks) {
    if (json.size() > 1) json += ',';
    append_text(json, network.title);
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

void SiteSearch::write_results(const TextSink& sink) {
  index();
  std::string json = "{\"version\":1,\"language\":";
  append_text(json, language_tag(site_.course().site.language));
  sink(json + ",\"networks\":" + networks_json() + ",\"pages\":" + pages_json(0, pages_.size()) + ",\"documents\":[");
  for (std::size_t i = 0; i < results_.size(); ++i) {
    std::string_view results = results_[i];
    if (i + 1 == results_.size()) results.remove_suffix(1);
    sink(results);
  }
  sink("]}");
}

std::string SiteSearch::block_json(std::size_t first, std::size_t count) {
  index();
  const std::size_t end = std::min(first + count, pages_.size());
  std::string json = "{\"page\":" + std::to_string(first) + ",\"document\":" + std::to_string(first_entries_[first]) +
                     ",\"pages\":" + pages_json(first, end) + ",\"documents\":[";
  for (std::size_t i = first; i < end; ++i) json += results_[i];
  if (json.back() == ',') json.pop_back();
  return json + "]}";
}

std::string SiteSearch::manifest_json(std::string_view first_terms, std::size_t pages_per_block) {
  std::string json = "{\"version\":1,\"language\":";
  append_text(json, language_tag(site_.course().site.language));
  json += ",\"networks\":" + networks_json() + ",\"count\":" + std::to_string(index().documents.size()) + ",\"blocks\":[";
  for (std::size_t i = 0; i < pages_.size(); i += pages_per_block) {
    if (i > 0) json += ',';
    json += std::to_string(first_entries_[i]);
  }
  json += "],\"shards\":";
  json += first_terms;
  return json + "}";
}

}  // namespace traff
