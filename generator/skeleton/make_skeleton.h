// New files for an author to fill in: what they are called, where they go and what stands in them. Pure; the course
// says which numbers, letters and names are taken.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "course/model/course.h"
#include "course/model/page_kind.h"

namespace traff {

// What `traff new` can begin: a page of one of the kinds that have a skeleton, or three other things.
struct SkeletonKind {
  enum class Thing : std::uint8_t { page, statement, year, site };

  Thing thing = Thing::page;
  PageKind page = PageKind::page;  // of a page
  bool operator==(const SkeletonKind&) const = default;
  bool is(PageKind kind) const { return thing == Thing::page && page == kind; }
};

// "träff", "Träff", "traff", "meeting" …; nothing for other words.
std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word);

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

// Not for another year (next_year.h) or a whole site. The first file is the one to begin with.
std::vector<SkeletonFile> make_skeleton(const SkeletonRequest& request, const TakenNames& taken);

// What `traff new site` writes: the content of a small network, and what publishes it when somebody saves. The files
// themselves stand in assets/skeletons/site/ and are built into the program.

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
