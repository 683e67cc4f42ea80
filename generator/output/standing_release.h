// A release as it stands on disk, held against its own manifest.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/file_stamp.h"
#include "output/manifest.h"
#include "output/site_files.h"

namespace traff {

class StandingRelease {
 public:
  using Paths = std::set<std::string, std::less<>>;

  explicit StandingRelease(SiteFiles files);

  // Empty when it is missing or damaged.
  const Manifest& manifest() const { return manifest_; }
  const SiteFiles& files() const { return files_; }

  // What is missing, unreadable or other than the manifest says, and the manifest itself if it is. Files that `stamps`
  // knows are not read.
  Paths damaged(const StampTable& stamps, unsigned jobs) const;

 private:
  bool is_whole(const std::string& path, const ContentId& id, const StampTable& stamps) const;

  SiteFiles files_;
  bool has_manifest_ = false;
  Manifest manifest_;
};

// Of the files of a release that is known to be whole, for the next time. A link made to one of them, or removed,
// changes its stamp: to be called last.
StampTable stamps_of(const SiteFiles& release, const Manifest& manifest);

}  // namespace traff
