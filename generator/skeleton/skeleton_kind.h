// What `traff new` can begin for an author: a page of one of the kinds that have a skeleton, or three other things.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "course/model/page_kind.h"

namespace traff {

struct SkeletonKind {
  enum class Thing : std::uint8_t { page, statement, year, site };

  Thing thing = Thing::page;
  PageKind page = PageKind::page;  // of a page
  bool operator==(const SkeletonKind&) const = default;
  bool is(PageKind kind) const { return thing == Thing::page && page == kind; }
};

// "träff", "Träff", "traff", "meeting" …; nothing for other words.
std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word);

}  // namespace traff
