#include "skeleton/skeleton_kind.h"

#include "base/text.h"
#include "base/unicode.h"
#include "course/model/page_kind.h"

namespace traff {

std::optional<SkeletonKind> parse_skeleton_kind(std::string_view word) {
  const std::string folded = fold(trim(word));
  if (folded == "lasar" || folded == "year") return SkeletonKind::year;
  if (folded == "webbplats" || folded == "site") return SkeletonKind::site;
  const bool is_statement =
      folded == "tillganglighet" || folded == "tillganglighetsredogorelse" || folded == "accessibility";
  if (is_statement) return SkeletonKind::statement;
  const auto kind = parse_page_kind(folded);
  if (!kind) return std::nullopt;
  switch (*kind) {
    case PageKind::network: return SkeletonKind::network;
    case PageKind::meeting: return SkeletonKind::meeting;
    case PageKind::assignment: return SkeletonKind::assignment;
    case PageKind::deck: return SkeletonKind::deck;
    case PageKind::literature: return SkeletonKind::literature;
    case PageKind::report: return SkeletonKind::report;
    case PageKind::form: return SkeletonKind::form;
    case PageKind::page: return SkeletonKind::page;
    default: return std::nullopt;
  }
}

}  // namespace traff
