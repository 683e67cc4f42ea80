// The site as a copy to take along: what `traff pack` and `offline: ja` make, the same file of the same commit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "base/date.h"
#include "output/copy_archive.h"
#include "pipeline/make_site.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// Which commit a site is made from.

struct SiteVersion {
  std::optional<ContentId> commit;  // nothing without git, or before the first commit
  std::int64_t seconds = 0;         // when that was committed, UTC
  std::optional<Date> day;          // the same on the committer's calendar
  bool is_exact = false;            // the content is as in the commit: no edit since
  std::string repository;           // "" without git
};

// The same content read from that commit, should HEAD move meanwhile; the working folder stays what it is. The site
// that `options` name is none of it, wherever another is built.
BuildOptions pinned(const BuildOptions& options, const SiteVersion& version);

// Before anything is published: nobody has said what, and the folder does not look like a site's content. Throws
// Failure W29.
void refuse_unnamed_content(const BuildOptions& options);

// Throws Failure as a build does. Cost: lists the content twice when it is a working folder.
SiteVersion load_version(const BuildOptions& options);

// The site as a copy shows it, built in the state folder, where the next copy finds what has not changed.
BuildOptions options_of_copy(const BuildOptions& options, const SiteVersion& version);

// What a copy takes along of the site that is built there, below `folder` ("" or ending in '/').
std::vector<CopyFile> files_of_copy(const std::string& built, const std::string& folder);

// The one folder in a copy, named after the site.
std::string copy_folder(const std::string& site_title);

CopyOrigin origin_of_copy(const SiteVersion& version, const std::string& site_address);

// `offline: ja`: the copy as one file of the site itself.

// How large the file is must be known before the start page is; so it is made now, unless an earlier build has told the
// state folder. Throws Failure W93.
OfflineOffer offer_offline_zip(const LoadedSite& site, const BuildOptions& options);

// The same without making anything: `bytes` is 0 when they are not known.
std::optional<OfflineZip> known_offline_zip(const LoadedSite& site, const BuildOptions& options);

// Tells the state folder how large it is.
void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip);

}  // namespace traff
