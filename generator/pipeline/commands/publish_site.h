// `traff publish`: builds the site, and makes it the one readers see, if no Fel remains.
#pragma once

#include <optional>
#include <string>

#include "output/release_folder.h"
#include "pipeline/site/build_options.h"

namespace traff {

struct PublishRequest {
  std::string folder;        // --to: releases side by side, or
  std::string branch;        // --branch: a commit of a branch …
  std::string remote;        // … that is pushed there
  std::string build_folder;  // where the site is built; empty = in the state folder
  bool roll_back = false;    // of `folder`: the release before, nothing is built
  bool verify = false;       // of `folder`: are its releases whole? nothing is built
  bool status = false;       // of `folder`: what do readers see? nothing is built
};

struct PublishReport {
  BuildReport build;
  bool refused = false;                 // a Fel remains: nothing is published
  std::optional<Release> release;       // of a folder
  std::optional<ContentId> commit;      // of a branch; nothing when it holds the same site already
  std::vector<CheckedRelease> checked;  // when asked to verify
  std::optional<ShownRelease> shown;    // when asked for the status …
  std::optional<ContentId> wanted;      // … and the revision it is to be of, when that is asked for
};

// Throws Failure: as a build, as ReleaseFolder, SiteBranch and git_program; W86 when --branch has no repository, W13
// when the status is to be of a revision where none is.
PublishReport publish_site(const BuildOptions& options, const PublishRequest& request);

}  // namespace traff
