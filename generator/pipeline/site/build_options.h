// What a run over a site is asked for, and what it has to tell afterwards.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/parallel.h"
#include "output/site_folder.h"

namespace traff {

struct BuildOptions {
  std::string content;   // CONTENT of the command line; empty = the current folder's content/
  std::string revision;  // a commit, branch or tag; empty = the working folder
  std::string out = "site";
  std::string address;                 // overrides the site's `adress:`
  std::string theme_folder;            // overrides the content's tema/
  std::string state_folder;            // where caches go; empty = .traff beside the content
  std::string left_out;                // a folder that is no content though it may lie inside; `out` never is
  bool drafts = false;                 // pages with `status: utkast` too
  bool fresh = false;                  // no cache, no manifest
  bool offline_copy = false;           // pages that say which day they are of, without edit links
  std::optional<Date> today;           // when known, days that are near are spoken of; never shapes a page
  unsigned jobs = 0;                   // threads; 0 = one per core
  std::shared_ptr<Progress> progress;  // told how far the run has come; may be null
};

struct StageTime {
  std::string stage;
  double seconds = 0;
};

struct PageAddress {
  std::string path;     // in the content
  std::string address;  // in the site
  bool operator==(const PageAddress&) const = default;
};

struct BuildReport {
  WriteReport write;
  std::size_t pages = 0;
  std::vector<Diagnostic> diagnostics;   // by path and line
  std::vector<PageAddress> addresses;    // of the authors' pages, by path
  std::vector<std::string> unpublished;  // authors' files, by path: drafts, what nothing refers to, what is active
  std::size_t drafts = 0;                // pages of authors that are
  std::string shown_prefix;              // before a diagnostic's path
  Language site_language = Language::sv;
  std::string site_title;    // "" when content/index.md has none
  std::string site_address;  // public; may be empty
  std::vector<StageTime> times;
};

// Wall-clock time per stage, for --timings.
class StageClock {
 public:
  void end(std::string stage) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({std::move(stage), std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }
  const std::vector<StageTime>& times() const { return times_; }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::vector<StageTime> times_;
};

}  // namespace traff
