// `traff pack`: the site as one file to take along, proven to work opened from a disk.
#pragma once

#include <cstdint>
#include <string>

#include "output/copy_archive.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site_copy.h"

namespace traff {

struct PackRequest {
  std::string file;      // --out; empty = named after the site
  bool archive = false;  // the texts and the report of messages too
  std::string verify;    // a copy to look through instead
};

struct PackReport {
  BuildReport build;
  bool refused = false;  // a Fel remains: nothing is written
  std::string file;
  CopyReport copy;
};

// Throws Failure: as a build, and as CopyMaker.
PackReport pack_site(const BuildOptions& options, const PackRequest& request);

// What the copy is made of. Throws Failure W91; W92 when `options` asks for a revision and it is another.
CopyOrigin verify_pack(const BuildOptions& options, const PackRequest& request);

}  // namespace traff
