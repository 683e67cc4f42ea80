// What the browser should show right now: which edition of the site, and what is said about the content.
// The builder publishes, the server's threads read and wait.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "pipeline/site/build_options.h"

namespace traff {

struct Edition {
  std::string site;                           // names the state of the files; a page from another one is out of date
  std::string notes;                          // names the state of `report` and `failure`
  std::shared_ptr<const BuildReport> report;  // of the last build that succeeded; never null
  std::optional<Failure> failure;             // why the build after it did not
  Language language = Language::sv;
};

class Editions {
 public:
  // `language`: of messages; otherwise the site's.
  explicit Editions(std::optional<Language> language);

  // What is current from now on.
  Edition publish(BuildReport report);
  Edition publish(Failure failure);

  // No more editions; nobody waits any longer.
  void close();

  // Waits for the first one. Nothing when closed.
  std::optional<Edition> current() const;

  enum class News : std::uint8_t { none, newer, closed };

  // Waits until there is an edition other than `seen`, at most `patience`.
  News wait_for_newer(const Edition& seen, std::chrono::milliseconds patience) const;

 private:
  Edition name_edition();

  const std::optional<Language> language_;
  const std::string run_;  // so that pages of an earlier run are out of date
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  Edition edition_;
  std::uint64_t site_number_ = 0;
  std::uint64_t notes_number_ = 0;
  bool is_closed_ = false;
};

// What is said about the content, as the browser reads it:
//
//   {"site": …, "notes": …, "language": "sv", "failure": null | "…",
//    "counts": {"page": {"error": 0, "warning": 1, "hint": 2}, "site": {…}},
//    "page": [{"path", "line", "column", "severity", "word", "code", "message", "hint", "text", "address"} …],
//    "others": [ … ], "left_out": 0}

// "page" has what belongs to `page` (an address in the site), in the order of the file; "others" the rest, worst
// first, and of these only the first 200. Without `page` everything is in "others".
std::string diagnostics_json(const Edition& edition, const std::optional<std::string>& page);

}  // namespace traff
