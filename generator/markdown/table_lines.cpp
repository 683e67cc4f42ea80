#include "markdown/table_lines.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "markdown/fence.h"

namespace traff {

namespace {

bool is_rule(std::string_view line) {
  const std::string_view inner = trim(line);
  return inner.find('-') != std::string_view::npos && inner.find('|') != std::string_view::npos &&
         inner.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::size_t cell_count(std::string_view line) {
  std::string_view inner = trim(line);
  if (inner.starts_with('|')) inner.remove_prefix(1);
  if (inner.ends_with('|') && !inner.ends_with("\\|")) inner.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '\\') ++i;
    else if (inner[i] == '|') ++cells;
  }
  return cells;
}

std::string widened(std::string_view line, std::size_t cells, std::size_t wanted, std::string_view cell) {
  std::string wide(trim(line));
  if (!wide.ends_with('|') || wide.ends_with("\\|")) wide += " |";
  for (; cells < wanted; ++cells) wide += std::string(cell) + "|";
  if (!wide.starts_with('|')) wide.insert(0, "| ");
  return wide;
}

}  // namespace

void widen_tables(RepairedText& text, const AuthorText& author) {
  const std::vector<std::string_view> lines = split_lines(text.text);
  std::vector<std::pair<std::size_t, std::string>> replaced;
  Fence fence;
  std::size_t table_end = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool fenced = fence.take(lines[i]);
    if (fenced || i == 0 || i < table_end || !is_rule(lines[i]) || cell_count(lines[i]) != cell_count(lines[i - 1])) continue;
    const std::size_t columns = cell_count(lines[i]);
    std::size_t widest = columns;
    std::size_t wide_row = 0;
    for (table_end = i + 1; table_end < lines.size() && lines[table_end].find('|') != std::string_view::npos; ++table_end) {
      const std::size_t cells = cell_count(lines[table_end]);
      if (cells > columns && wide_row == 0) wide_row = table_end;
      widest = std::max(widest, cells);
    }
    if (widest == columns) continue;
    replaced.emplace_back(i - 1, widened(lines[i - 1], columns, widest, "   "));
    replaced.emplace_back(i, widened(lines[i], columns, widest, " --- "));
    text.diagnostics.push_back(author.at("S28", text.line_numbers[wide_row], {},
                                         {std::to_string(cell_count(lines[wide_row])), std::to_string(columns)}));
  }
  if (replaced.empty()) return;
  std::string out;
  auto next = replaced.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool here = next != replaced.end() && next->first == i;
    out += here ? std::string_view(next->second) : lines[i];
    out += '\n';
    if (here) ++next;
  }
  text.text = std::move(out);
}

}  // namespace traff
