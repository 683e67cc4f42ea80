// The author's lines: what a diagnostic needs to show its place.
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

class AuthorText {
 public:
  // Both views must outlive this. `text` is the whole file, front matter included. For one thread.
  AuthorText(std::string_view path, std::string_view text) : path_(path), text_(text) {}

  // Line `number` (1-based) without its line end; "" outside the file.
  std::string_view line(std::uint32_t number) const;

  // A diagnostic at `line`; the caret goes under `found` when that stands in the line, else under nothing.
  Diagnostic at(std::string_view code, std::uint32_t line, std::string_view found,
                std::vector<std::string> args = {}) const;

 private:
  std::string_view path_;
  std::string_view text_;
  mutable std::vector<std::string_view> lines_;  // found when first asked for: most files give no message
};

}  // namespace traff
