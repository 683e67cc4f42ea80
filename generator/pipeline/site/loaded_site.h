// Content read, parsed and understood: everything the pages are planned from. The values later stages refer to
// live here, so it neither copies nor moves.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/files/active_file.h"
#include "course/model/course.h"
#include "markdown/document/document.h"
#include "pages/addresses/published_files.h"
#include "pages/addresses/urls.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site/content_past.h"
#include "pipeline/site/parsed_documents.h"
#include "source/history/history.h"
#include "source/source_tree.h"
#include "theme/theme.h"

namespace traff {

class LoadedSite {
 public:
  // load → theme → parse → assemble → history. Throws Failure: the content cannot be read, the theme is broken (W30).
  LoadedSite(const BuildOptions& options, StageClock& clock);
  LoadedSite(const LoadedSite&) = delete;
  LoadedSite& operator=(const LoadedSite&) = delete;

  const ContentPlace& place() const { return place_; }
  const std::vector<Document>& documents() const { return parsed_->documents(); }
  const std::vector<BodyFacts>& facts() const { return parsed_->facts(); }
  const Course& course() const { return course_; }
  const Theme& theme() const { return theme_; }

  // Of the source, the theme and the documents, in that order; those of the course lack the author's lines.
  std::vector<Diagnostic> diagnostics() const;

  // The bytes of a file of the content; empty when there is none.
  std::string source(const std::string& path) const;

  // Of what other networks may see of a document (page_sources.h).
  const ContentId& outline(DocumentIndex document) const { return parsed_->outline(document); }

  // A document's finished HTML but for its slots. Thread-safe.
  std::shared_ptr<const std::string> html(DocumentIndex document) const { return parsed_->html(document); }

  // A document's words as they are searched. Thread-safe.
  std::vector<SectionText> section_texts(DocumentIndex document) const { return parsed_->section_texts(document); }

  // Where the texts come from.
  const Origin& origin() const { return origin_; }

  // Of the commit the content was read from, or that the working folder is based on; nothing without one.
  const std::optional<History>& history() const { return history_; }

  // Earlier versions of the content; null without a commit.
  ContentPast* past() const { return past_.get(); }

  // Where templates of the site's own lie in the content: no pages.
  const std::string& theme_prefix() const { return theme_prefix_; }

  // Files of the content that are no pages, by path.
  struct OtherFile {
    std::string path;  // in the content
    ContentId id;
    std::size_t index = 0;  // into the source tree
    std::string address;    // in the site; "" when nothing published refers to it, so that it stays at home
  };
  const std::vector<OtherFile>& files() const { return files_; }

  // Files that something refers to, but a browser would run, are not among them (checks/files/active_file.h).
  const std::vector<std::string>& left_out() const { return left_out_; }
  std::string read(const OtherFile& file) const { return tree_->read(file.index); }

  // As it comes along: a picture without what its camera wrote into it (pages/picture.h).
  std::string published_bytes(const OtherFile& file) const;

  // For what is found out from the documents.
  BlobCache& cache(const std::string& name) const { return parsed_->cache(name); }

  // Keeps what was found out for the next run.
  void save_cache();

 private:
  void load(const BuildOptions& options);
  void load_site_theme(const BuildOptions& options);
  void sort_files(const BuildOptions& options);
  void load_origin(const BuildOptions& options);
  void leave_out(Diagnostic found);
  void choose_files();
  std::vector<std::size_t> publish(const std::vector<std::size_t>& chosen, PublishedFiles& published,
                                   std::vector<std::size_t>& active);
  void look_at_picture(const OtherFile& file);
  std::optional<Diagnostic> active_file(const OtherFile& file, bool is_named) const;
  std::optional<ActivePart> active_part_of(const OtherFile& file) const;

  ContentPlace place_;
  std::unique_ptr<SourceTree> tree_;
  std::vector<std::size_t> page_files_;  // indices into the tree
  std::vector<std::size_t> theme_files_;
  std::string theme_prefix_;
  std::vector<OtherFile> files_;
  std::vector<ThemeFile> own_theme_;  // the site's own templates, style sheets …
  std::vector<std::string>
      left_out_;  // files that are no part of the site: active ones, and names too long as addresses
  std::vector<Diagnostic> file_diagnostics_;
  std::unique_ptr<ParsedDocuments> parsed_;
  Language language_ = Language::sv;
  Course course_;
  Theme theme_;
  std::vector<Diagnostic> theme_diagnostics_;  // and what is against the site's own colour
  std::optional<History> history_;
  std::vector<std::optional<LastChange>> changed_;  // one per document
  Origin origin_;
  std::unique_ptr<ContentPast> past_;
};

}  // namespace traff
