#include "markdown/author_lines.h"

#include <algorithm>

namespace traff {

bool AuthorLines::next(std::string_view& line) {
  if (at_ >= text_.size()) return false;
  if (next_cr_ <= at_) next_cr_ = std::min(text_.find('\r', at_), text_.size());
  const std::size_t newline = std::min(text_.substr(0, next_cr_).find('\n', at_), text_.size());
  const std::size_t end = std::min(newline, next_cr_);
  line = text_.substr(at_, end - at_);
  const bool is_crlf = text_.substr(end, 2) == "\r\n";
  at_ = end + (is_crlf ? 2 : 1);
  return true;
}

}  // namespace traff
