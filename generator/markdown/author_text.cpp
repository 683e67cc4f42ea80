#include "markdown/author_text.h"

#include "base/utf8.h"
#include "markdown/author_lines.h"

namespace traff {

std::string_view AuthorText::line(std::uint32_t number) const {
  if (lines_.empty()) {
    AuthorLines author_lines(text_);
    for (std::string_view line; author_lines.next(line);) lines_.push_back(line);
  }
  if (number == 0 || number > lines_.size()) return {};
  return lines_[number - 1];
}

Diagnostic AuthorText::at(std::string_view code, std::uint32_t line_number, std::string_view found,
                          std::vector<std::string> args) const {
  const std::string_view whole = line(line_number);
  Diagnostic diagnostic{
      std::string(code), {std::string(path_), line_number, 0, 0}, std::string(whole), std::move(args)};
  const std::size_t offset = found.empty() ? std::string_view::npos : whole.find(found);
  if (offset != std::string_view::npos) {
    diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(whole.substr(0, offset)) + 1);
    diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(found));
  }
  return diagnostic;
}

}  // namespace traff
