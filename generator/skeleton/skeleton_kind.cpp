#include "skeleton/skeleton_kind.h"

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word) {
  using enum SkeletonKind::Thing;
  const std::string folded = fold(trim(word));
  if (folded == "lasar" || folded == "year") return SkeletonKind{year};
  if (folded == "webbplats" || folded == "site") return SkeletonKind{site};
  const bool is_statement =
      folded == "tillganglighet" || folded == "tillganglighetsredogorelse" || folded == "accessibility";
  if (is_statement) return SkeletonKind{statement};
  const auto kind = parse_page_kind(folded);
  if (!kind || !row_of(*kind).has_skeleton) return std::nullopt;
  return SkeletonKind{page, *kind};
}

}  // namespace traff
