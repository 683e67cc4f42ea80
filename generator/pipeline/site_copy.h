// What `traff pack` and `offline: ja` have in common, so that they make the same file of the same commit.
#pragma once

#include <string>
#include <string_view>

#include "output/copy_archive.h"
#include "pipeline/site_version.h"

namespace traff {

// Of use on a server only: a page on disk cannot fetch the index, and has its words in scripts.
bool is_for_servers(std::string_view path);

// The one folder in a copy, named after the site.
std::string copy_folder(const std::string& site_title);

CopyOrigin origin_of_copy(const SiteVersion& version, const std::string& site_address);

}  // namespace traff
