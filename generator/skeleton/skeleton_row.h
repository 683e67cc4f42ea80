// The skeletons as they are written, a row a kind. {title}, {number}, {letter} and {term} are filled in.
#pragma once

#include <span>
#include <string_view>

#include "skeleton/skeleton_kind.h"

namespace traff {

struct SkeletonRow {
  SkeletonKind kind;
  std::string_view title;  // until the author has given one
  std::string_view text;
};

std::span<const SkeletonRow> swedish_skeletons();
std::span<const SkeletonRow> english_skeletons();
std::string_view swedish_letter();
std::string_view english_letter();

}  // namespace traff
