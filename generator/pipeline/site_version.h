// Which commit a site is made from.
#pragma once

#include <optional>
#include <string>

#include "base/content_id.h"
#include "base/date.h"
#include "pipeline/options.h"

namespace traff {

struct SiteVersion {
  std::optional<ContentId> commit;  // nothing without git, or before the first commit
  std::int64_t seconds = 0;         // when that was committed, UTC
  std::optional<Date> day;          // the same on the committer's calendar
  bool is_exact = false;            // the content is as in the commit: no edit since
  std::string repository;           // "" without git
};

// The same content read from that commit, should HEAD move meanwhile; the working folder stays what it is. The site that `options`
// name is none of it, wherever another is built.
BuildOptions pinned(const BuildOptions& options, const SiteVersion& version);

// Throws Failure as a build does. Cost: lists the content twice when it is a working folder.
SiteVersion find_version(const BuildOptions& options);

}  // namespace traff
