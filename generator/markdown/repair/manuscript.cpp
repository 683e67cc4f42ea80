#include "markdown/repair/manuscript.h"

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/author_text.h"

namespace traff {

Manuscript read_manuscript(std::string_view path, std::string_view body, std::uint32_t first_line) {
  Manuscript manuscript{path, first_line, false, {}, {}, {}};
  AuthorLines author_lines(body);
  std::string_view line;
  while (author_lines.next(line)) {
    manuscript.originals.push_back(line);
    if (manuscript.lines.empty() && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    const auto number = static_cast<std::uint32_t>(first_line + manuscript.lines.size());
    manuscript.lines.push_back({std::string(line), number, false});
  }
  const bool only_mark = manuscript.lines.size() == 1 && body == byte_order_mark;
  if (only_mark) manuscript.lines.clear();
  return manuscript;
}

void report_line(Manuscript& manuscript, Message message, std::uint32_t number) {
  manuscript.diagnostics.push_back(
      {std::move(message), {std::string(manuscript.path), number}, std::string(manuscript.original(number))});
}

void report_words(Manuscript& manuscript, Message message, std::uint32_t number, std::size_t offset,
                  std::size_t length) {
  report_line(manuscript, std::move(message), number);
  const std::string_view line = manuscript.original(number);
  if (offset >= line.size()) return;
  Place& place = manuscript.diagnostics.back().place;
  place.column = static_cast<std::uint32_t>(code_point_count(line.substr(0, offset)) + 1);
  place.length = static_cast<std::uint32_t>(code_point_count(line.substr(offset, length)));
}

bool is_blank_line(const Line& line) { return line.text.find_first_not_of(" \t") == std::string::npos; }

void append_blank(std::vector<Line>& lines, std::uint32_t number) {
  if (!lines.empty() && !is_blank_line(lines.back())) lines.push_back({"", number, false});
}

}  // namespace traff
