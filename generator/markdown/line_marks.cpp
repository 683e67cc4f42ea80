#include "markdown/line_marks.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

namespace {

bool is_blank_character(char c) { return c == ' ' || c == '\t'; }

std::size_t run_length(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

bool ends_or_space(std::string_view text, std::size_t at) { return at >= text.size() || is_blank_character(text[at]); }

}  // namespace

WhiteSpace leading_space(std::string_view text, std::size_t column) {
  WhiteSpace space;
  for (; space.bytes < text.size() && is_blank_character(text[space.bytes]); ++space.bytes) {
    const std::size_t at = column + space.columns;
    space.columns += text[space.bytes] == '\t' ? 4 - at % 4 : 1;
  }
  return space;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_blank_character(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<ListMarker> list_marker(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char first = text.front();
  if (first == '-' || first == '*' || first == '+') {
    if (!ends_or_space(text, 1)) return std::nullopt;
    return ListMarker{1, first, 0};
  }
  ListMarker marker;
  while (marker.size < text.size() && marker.size < 10 && is_digit(text[marker.size])) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(text[marker.size++] - '0');
  }
  if (marker.size == 0 || marker.size > 9 || marker.size >= text.size()) return std::nullopt;
  marker.delimiter = text[marker.size++];
  if (!marker.is_ordered() || !ends_or_space(text, marker.size)) return std::nullopt;
  return marker;
}

std::size_t heading_level(std::string_view text) {
  const std::size_t level = run_length(text, '#');
  return level >= 1 && level <= 6 && ends_or_space(text, level) ? level : 0;
}

bool is_thematic_break(std::string_view text) {
  if (text.empty() || (text.front() != '-' && text.front() != '*' && text.front() != '_')) return false;
  std::size_t marks = 0;
  for (const char c : text) {
    if (c == text.front()) {
      ++marks;
    } else if (!is_blank_character(c)) {
      return false;
    }
  }
  return marks >= 3;
}

bool is_heading_underline(std::string_view text) {
  if (text.empty() || (text.front() != '=' && text.front() != '-')) return false;
  const std::string_view line = trim_end(text);
  return run_length(line, line.front()) == line.size();
}

bool is_table_rule(std::string_view text) {
  return text.find_first_of("|:") != text.npos && text.find('-') != text.npos &&
         text.find_first_not_of("|:- \t") == text.npos;
}

std::size_t row_cells(std::string_view text) {
  if (text.find('|') == text.npos) return 1;
  text = trim_end(text);
  if (text.starts_with('|')) text.remove_prefix(1);
  std::size_t cells = 1;
  bool escaped = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_bar = text[at] == '|' && !escaped;
    if (is_bar && at + 1 < text.size()) ++cells;
    escaped = text[at] == '\\' && !escaped;
  }
  return cells;
}

std::size_t footnote_label_size(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.find_first_of("] \t", 2);
  if (end == text.npos || end == 2 || text[end] != ']' || end + 1 >= text.size() || text[end + 1] != ':') return 0;
  return end + 2;
}

std::optional<FenceMark> fence_opening(std::string_view text) {
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
  const FenceMark fence{text.front(), run_length(text, text.front())};
  if (fence.length < 3) return std::nullopt;
  const bool is_inline_code = fence.mark == '`' && text.find('`', fence.length) != text.npos;
  if (is_inline_code) return std::nullopt;
  return fence;
}

bool closes_fence(std::string_view text, const FenceMark& fence) {
  const std::string_view line = trim_end(text);
  return line.size() >= fence.length && run_length(line, fence.mark) == line.size();
}

}  // namespace traff
