#include "markdown/draft_status.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

bool is_draft_status(std::string_view status) {
  constexpr std::size_t longest = 40;
  status = trim(status);
  if (status.empty() || status.size() > longest) return false;
  const std::string folded = fold(status);
  return folded == "utkast" || folded == "draft";
}

}  // namespace traff
