// Where the site's folder lies, seen from the content; and what an earlier build left there.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "output/manifest.h"

namespace traff {

std::string absolute_path(const std::string& path);

// `inner` relative to `outer` when it lies inside ("" when it does not, or when either is empty); symbolic links
// resolved.
std::string path_inside(const std::string& inner, const std::string& outer);

// Without taking the folder's lock. Empty when there is none.
Manifest read_manifest(const std::string& site_folder);

// compare_with_plan, and the files that are no longer as they were written. Cost: reads every file of the site.
std::vector<Change> compare_site_with_plan(const std::string& site_folder, const ContentId& generator, std::span<const Output> plan);

}  // namespace traff
