// The author's lines as an editor shows them, what a diagnostic needs to show its place, and characters nobody sees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

// Of one kind in one document. Whoever has more mends the first and looks again.
inline constexpr std::size_t most_messages = 1'000;

// The author's lines: what a diagnostic needs to show its place.
class AuthorText {
 public:
  // Both views must outlive this. `text` is the whole file, front matter included. For one thread.
  AuthorText(std::string_view path, std::string_view text) : path_(path), text_(text) {}

  // Line `number` (1-based) without its line end; "" outside the file.
  std::string_view line(std::uint32_t number) const;

  // At `line`; the caret goes under `found` when that stands in the line, else under nothing.
  Diagnostic at(Message message, std::uint32_t line, std::string_view found) const;
  Place place(std::uint32_t line, std::string_view found) const;

 private:
  std::string_view path_;
  std::string_view text_;
  mutable std::vector<std::string_view> lines_;  // found when first asked for: most files give no message
};

// The lines of a file as its author's editor counts them: LF, CRLF and a lone CR each end one.

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

inline constexpr char32_t soft_hyphen = 0xAD;

// Characters without width that pasted text carries: soft hyphens, zero-width spaces, byte order marks.

// For keys, addresses and headings: none of them is kept.
std::string without_invisible(std::string_view text);

// For running text: a soft hyphen is kept where it stands between letters.
std::string without_useless_invisible(std::string_view text);

}  // namespace traff
