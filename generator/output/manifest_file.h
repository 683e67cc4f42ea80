// The manifest as it lies in the site, .traff-manifest.json: read once, replaced as a whole when it says something new.
#pragma once

#include "output/manifest.h"
#include "output/site_files.h"

namespace traff {

class ManifestFile {
 public:
  // Empty when missing, broken or from another version. Throws Failure W1 when it cannot be read.
  explicit ManifestFile(const SiteFiles& files);

  // Whether there is one, but broken: the site is Träff's, and what it wrote there cannot be told.
  bool is_broken() const { return broken_; }

  const Manifest& manifest() const { return manifest_; }

  // For what is true of the site already; save() makes it known.
  Manifest& edit();

  // Throws Failure W2.
  void save(const SiteFiles& files);

 private:
  Manifest manifest_;
  ContentId saved_id_;
  Found saved_;
  bool changed_ = true;
  bool broken_ = false;
};

}  // namespace traff
