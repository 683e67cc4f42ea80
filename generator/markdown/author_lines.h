// The lines of a file as its author's editor counts them: LF, CRLF and a lone CR each end one.
#pragma once

#include <cstddef>
#include <string_view>

namespace traff {

class AuthorLines {
 public:
  explicit AuthorLines(std::string_view text) : text_(text) {}

  // The next line without its line end; false after the last. A final line end gives no empty last line.
  bool next(std::string_view& line);

  // Where the line after the one last given begins.
  std::size_t offset() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t next_cr_ = 0;  // no CR stands between `at_` and here
};

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace traff
