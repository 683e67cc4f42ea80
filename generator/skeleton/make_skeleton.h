// New files for an author to fill in: what they are called, where they go and what stands in them. Pure; the course
// says which numbers, letters and names are taken.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "course/model/course.h"
#include "skeleton/skeleton_kind.h"

namespace traff {

struct SkeletonFile {
  std::string path;  // in the content
  std::string bytes;
};

struct SkeletonRequest {
  SkeletonKind kind;
  std::string name;                 // as the author gives it; may be empty
  NetworkIndex network = no_index;  // no_index for a new network, or a page of none
  std::string folder;               // of a page of no network
};

struct TakenNames {
  std::span<const Document> documents;
  const Course& course;
  std::function<bool(const std::string&)> exists;  // a file or folder of the content
};

// Not for another year (next_year.h) or a whole site (site_skeleton.h). The first file is the one to begin with.
std::vector<SkeletonFile> make_skeleton(const SkeletonRequest& request, const TakenNames& taken);

}  // namespace traff
