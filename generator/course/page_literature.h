// What one page lists and cites, with both ends of every reference known.
#pragma once

#include <cstdint>
#include <vector>

#include "course/work.h"
#include "course/work_index.h"

namespace traff {

// A citation that has its work.
struct CitationLink {
  std::uint32_t slot = 0;  // index into Document::slots
  WorkPlace work;
  std::uint32_t skip = 0;  // bytes of HTML after the slot's begin where the names begin
};

// Where a work is cited.
struct CitingPlace {
  std::uint32_t document = 0xFFFFFFFF;
  std::uint32_t heading = 0xFFFFFFFF;  // the one it stands under; none when no heading stands above it
  bool operator==(const CitingPlace&) const = default;
};

struct PageLiterature {
  std::vector<Work> works;
  std::vector<CitationLink> citations;           // by slot
  std::vector<std::vector<CitingPlace>> cited_in;  // one per work; in the order of the site's files
};

}  // namespace traff
