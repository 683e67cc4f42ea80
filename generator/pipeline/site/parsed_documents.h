// The parse stage: every Markdown file as a head and the facts of its body, from the cache where it is known. Bodies
// are kept only of what was parsed in this run; another's page is rarely made, and its body is then parsed again.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/parallel.h"
#include "course/body/body_facts.h"
#include "course/body/section_text.h"
#include "course/model/course.h"
#include "disk/blob_cache.h"
#include "markdown/document/document.h"
#include "source/source_tree.h"

namespace traff {

class ParsedDocuments {
 public:
  struct Cache {
    std::string state_folder;
    bool fresh = false;  // begins empty
    Progress* progress = nullptr;
  };

  // `files` are indices into `tree`, which must outlive this. Throws Failure when a file cannot be read.
  ParsedDocuments(const SourceTree& tree, std::vector<std::size_t> files, Language language, const Cache& cache,
                  unsigned jobs);

  const std::vector<Document>& documents() const { return documents_; }
  const std::vector<BodyFacts>& facts() const { return facts_; }  // one per document

  // outline_id of the document, kept in the cache.
  const ContentId& outline(DocumentIndex document) const { return outlines_[document]; }

  // DocumentBody::html. Thread-safe.
  std::shared_ptr<const std::string> html(DocumentIndex document) const;

  // The words of the document as they are searched. Thread-safe.
  std::vector<SectionText> section_texts(DocumentIndex document) const;

  // Another cache beside that of the documents, of what is found out from them; opened when it is first asked for.
  // Thread-safe.
  BlobCache& cache(const std::string& name) const;

  // All of them, for the next run. Nothing else may use them meanwhile.
  void save();

 private:
  void parse(std::size_t index);
  ParsedDocument parse_source(std::size_t index) const;
  bool take_known(std::size_t index, const ContentId& key);
  ContentId section_key(std::size_t index) const;

  const SourceTree& tree_;
  std::vector<std::size_t> files_;
  Language language_;
  std::string state_folder_;
  bool fresh_;
  mutable std::mutex opening_;
  mutable std::map<std::string, std::unique_ptr<BlobCache>> others_;
  BlobCache cache_;
  std::vector<Document> documents_;
  std::vector<BodyFacts> facts_;
  std::vector<ContentId> outlines_;
  std::vector<std::shared_ptr<const std::string>> html_;  // null when it is not kept
  std::atomic<std::size_t> kept_bytes_ = 0;
};

// A file of the content that becomes a page: Markdown, or a list of literature in JSON.

// Depends on the file, its path and the site's language alone.
ParsedDocument parse_page(const SourceText& source, Language site_language);

// Which program this is: its linker build id. Another program makes everything anew and trusts no cache.

ContentId generator_id();

}  // namespace traff
