// What `traff new site` writes: the content of a small network, and what publishes it when somebody saves. The files
// themselves stand in assets/skeletons/site/ and are built into the program. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"

namespace traff {

struct SiteSkeletonFile {
  std::string path;  // in the repository
  std::string bytes;
  bool is_program = false;
};

struct SiteSkeletonWords {
  std::string title;
  int first_year = 0;  // of the läsår: 2026 for 2026/2027
  Language language = Language::sv;
};

// The läsår that is on or comes next: from March on it is the one that begins in the autumn.
int school_year_for(const Date& today);

// By path.
std::vector<SiteSkeletonFile> make_site_skeleton(const SiteSkeletonWords& words);

}  // namespace traff
