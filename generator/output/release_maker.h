// Copies a built site, file by file, to where a new release is made, and links to what an older one has already.
#pragma once

#include <cstddef>
#include <string>

#include "output/manifest.h"
#include "output/site_files.h"
#include "output/standing_release.h"

namespace traff {

class ReleaseMaker {
 public:
  // Throws Failure W1 when no site stands there.
  explicit ReleaseMaker(const std::string& site_folder);

  const Manifest& manifest() const { return manifest_; }

  // Into the empty folder `stage`; `older` may be null, and what is `damaged` of it is made anew. How many files are
  // not those of the older one. When it returns, the disk has them. Throws Failure: W2, W17 the site changed meanwhile.
  std::size_t make(const SiteFiles& stage, const StandingRelease* older, const StandingRelease::Paths& damaged,
                   unsigned jobs) const;

 private:
  void make_folders(const SiteFiles& stage) const;
  void copy(const SiteFiles& stage, const std::string& path, const ContentId& id, std::size_t number) const;

  SiteFiles site_;
  std::string json_;
  Manifest manifest_;
};

}  // namespace traff
