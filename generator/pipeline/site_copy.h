// What `traff pack` and `offline: ja` have in common, so that they make the same file of the same commit.
#pragma once

#include <string>
#include <vector>

#include "output/copy_archive.h"
#include "pipeline/site_version.h"

namespace traff {

// The site as a copy shows it, built in the state folder, where the next copy finds what has not changed.
BuildOptions options_of_copy(const BuildOptions& options, const SiteVersion& version);

// What a copy takes along of the site that is built there, below `folder` ("" or ending in '/').
std::vector<CopyFile> files_of_copy(const std::string& built, const std::string& folder);

// The one folder in a copy, named after the site.
std::string copy_folder(const std::string& site_title);

CopyOrigin origin_of_copy(const SiteVersion& version, const std::string& site_address);

}  // namespace traff
