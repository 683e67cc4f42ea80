#include "pipeline/site/parsed_documents.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_stream.h"
#include "base/parallel.h"
#include "checks/page_checks.h"
#include "course/body/agenda.h"
#include "course/literature/csl_json.h"
#include "markdown/document/document.h"
#include "markdown/parse_document.h"

namespace traff {

namespace {

// Some 90 000 pages' worth. What is above is parsed twice in a cold build.
constexpr std::size_t kept_bytes_limit = 512'000'000;

struct CachedHead {
  std::string document;  // head_bytes
  std::string facts;     // body_facts_bytes
  ContentId outline;
};

template <class Stream, class Type>
  requires DescribesLike<Type, CachedHead>
void describe(Stream& stream, Type& head) {
  stream(head.document);
  stream(head.facts);
  stream(head.outline);
}

// A parsed document depends on the program, its bytes, its path and the site's language.
ContentId cache_generator(Language language) {
  return content_id(to_hex(generator_id()) + std::string(language_tag(language)));
}

// In the order of their lines.
void add_findings(const std::vector<Diagnostic>& found, Document& document) {
  std::vector<Diagnostic>& all = document.diagnostics;
  drop_told_better(found, all);
  const auto parsed = static_cast<std::ptrdiff_t>(all.size());
  all.insert(all.end(), found.begin(), found.end());
  std::inplace_merge(all.begin(), all.begin() + parsed, all.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
}

}  // namespace

ParsedDocuments::ParsedDocuments(const SourceTree& tree, std::vector<std::size_t> files, Language language,
                                 const Cache& cache, unsigned jobs)
    : tree_(tree),
      files_(std::move(files)),
      language_(language),
      state_folder_(cache.state_folder),
      fresh_(cache.fresh),
      cache_(cache.state_folder, "documents", cache_generator(language), cache.fresh),
      documents_(files_.size()),
      facts_(files_.size()),
      outlines_(files_.size()),
      html_(files_.size()) {
  if (cache.progress != nullptr) cache.progress->begin(Progress::Stage::reading, files_.size());
  for_each_index(files_.size(), jobs, [&](std::size_t i) {
    parse(i);
    if (cache.progress != nullptr) ++cache.progress->done;
  });
  cache_.release();
}

void ParsedDocuments::parse(std::size_t index) {
  const SourceFile& file = tree_.files()[files_[index]];
  const ContentId key = content_id(to_hex(file.id) + file.path);
  if (take_known(index, key)) return;
  const SourceText source{file.path, file.id, tree_.read(files_[index])};
  ParsedDocument parsed = parse_page(source, language_);
  if (!is_literature_json(source.path)) add_findings(check_page(source, language_, parsed), parsed.document);
  facts_[index] = find_body_facts(parsed.document, parsed.body);
  outlines_[index] = outline_id(parsed.document);
  cache_.put(key, to_bytes(CachedHead{head_bytes(parsed.document), body_facts_bytes(facts_[index]), outlines_[index]}));
  cache_.put(section_key(index), section_texts_bytes(find_section_texts(parsed.document, parsed.body,
                                                                        facts_[index].slides, facts_[index].works)));
  documents_[index] = std::move(parsed.document);
  if (kept_bytes_.fetch_add(parsed.body.html.size()) > kept_bytes_limit) return;
  parsed.body.html.shrink_to_fit();
  html_[index] = std::make_shared<const std::string>(std::move(parsed.body.html));
}

ParsedDocument ParsedDocuments::parse_source(std::size_t index) const {
  const SourceFile& file = tree_.files()[files_[index]];
  return parse_page({file.path, file.id, tree_.read(files_[index])}, language_);
}

bool ParsedDocuments::take_known(std::size_t index, const ContentId& key) {
  const auto bytes = cache_.find(key);
  if (!bytes) return false;
  const auto head = from_bytes<CachedHead>(*bytes);
  if (!head) return false;
  auto document = parse_head(head->document);
  auto facts = parse_body_facts(head->facts);
  if (!document || !facts) return false;
  document->path = tree_.files()[files_[index]].path;
  for (Diagnostic& diagnostic : document->diagnostics) diagnostic.place.path = document->path;
  if (!cache_.contains(section_key(index))) return false;  // which keeps it there for the next run
  documents_[index] = std::move(*document);
  facts_[index] = std::move(*facts);
  outlines_[index] = head->outline;
  return true;
}

// Kept apart from the head, as a run that changes nothing never looks at it.
ContentId ParsedDocuments::section_key(std::size_t index) const {
  const SourceFile& file = tree_.files()[files_[index]];
  return content_id(to_hex(file.id) + file.path + "\nsections");
}

std::vector<SectionText> ParsedDocuments::section_texts(DocumentIndex document) const {
  const auto bytes = cache_.load(section_key(document));
  if (auto sections = bytes ? parse_section_texts(*bytes) : std::nullopt) return std::move(*sections);
  const ParsedDocument again = parse_source(document);
  return find_section_texts(again.document, again.body, facts_[document].slides, facts_[document].works);
}

BlobCache& ParsedDocuments::cache(const std::string& name) const {
  const std::lock_guard guard(opening_);
  std::unique_ptr<BlobCache>& cache = others_[name];
  if (!cache) cache = std::make_unique<BlobCache>(state_folder_, name, cache_generator(language_), fresh_);
  return *cache;
}

void ParsedDocuments::save() {
  cache_.save();
  for (const auto& [name, cache] : others_) {
    if (cache->has_news()) cache->save();  // else this run may not have looked at what it holds
  }
}

std::shared_ptr<const std::string> ParsedDocuments::html(DocumentIndex document) const {
  if (html_[document]) return html_[document];
  return std::make_shared<const std::string>(parse_source(document).body.html);
}

ParsedDocument parse_page(const SourceText& source, Language site_language) {
  if (!is_literature_json(source.path)) {
    ParsedDocument page = parse_document(source, {site_language});
    mark_agenda(page);
    return page;
  }
  CslMarkdown list = csl_markdown(source.path, source.bytes, site_language);
  ParsedDocument parsed = parse_document({source.path, source.id, std::move(list.text)}, {site_language});
  parsed.document.diagnostics = std::move(list.diagnostics);  // those of the Markdown have no line the author knows
  return parsed;
}

namespace {

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::string_view find_build_id(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof header);
    notes.remove_prefix(sizeof header);
    const std::size_t name_size = padded(header.n_namesz);
    const std::size_t value_size = padded(header.n_descsz);
    if (name_size + value_size > notes.size()) return {};
    if (header.n_type == NT_GNU_BUILD_ID) return notes.substr(name_size, header.n_descsz);
    notes.remove_prefix(name_size + value_size);
  }
  return {};
}

// Called for the program itself first, then for each shared library.
int take_build_id(dl_phdr_info* object, std::size_t, void* found) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* start = reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr);
    const std::string_view id = find_build_id({start, part.p_memsz});
    if (!id.empty()) static_cast<std::string*>(found)->assign(id);
  }
  return 1;
}

}  // namespace

ContentId generator_id() {
  std::string build_id;
  dl_iterate_phdr(take_build_id, &build_id);
  return content_id("traff " + build_id);
}

}  // namespace traff
