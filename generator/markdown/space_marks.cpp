#include "markdown/space_marks.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// Copies white space from `line` at `at`, no-break spaces as spaces.
std::size_t copy_space(std::string_view line, std::size_t at, std::string& out) {
  for (;;) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(no_break_space)) {
      out += ' ';
      at += no_break_space.size();
    } else if (rest.starts_with(' ') || rest.starts_with('\t')) {
      out += rest.front();
      ++at;
    } else {
      return at;
    }
  }
}

bool space_follows(std::string_view rest, std::size_t size) {
  const std::string_view after = rest.substr(std::min(size, rest.size()));
  return after.starts_with(' ') || after.starts_with('\t') || after.starts_with(no_break_space);
}

// "10. oktober" with a no-break space is a date whose author took care; "1. " is a list.
std::size_t mark_size(std::string_view rest) {
  if (rest.empty()) return 0;
  std::size_t size = 0;
  if (rest.front() == '>') return 1;
  if (rest.front() == '#') size = std::min(rest.find_first_not_of('#'), rest.size());
  if (std::string_view("-*+|").find(rest.front()) != std::string_view::npos) size = 1;
  if (rest.starts_with(":::")) size = 3;
  if (rest.size() > 1 && is_digit(rest[0]) && (rest[1] == '.' || rest[1] == ')')) size = 2;
  if (rest.starts_with("[ ]") || rest.starts_with("[x]") || rest.starts_with("[X]")) size = 3;
  return size > 0 && space_follows(rest, size) ? size : 0;
}

std::string_view without_space_at_end(std::string_view line) {
  std::string_view kept = line;
  bool found = false;
  for (;;) {
    if (kept.ends_with(no_break_space)) {
      kept.remove_suffix(no_break_space.size());
      found = true;
    } else if (kept.ends_with(' ') || kept.ends_with('\t')) {
      kept.remove_suffix(1);
    } else {
      return found ? kept : line;
    }
  }
}

bool is_table_row(std::string_view line) {
  return line.starts_with('|') ||
         (line.find('|') != line.npos && line.find_first_not_of("|:- \t\xC2\xA0") == line.npos);
}

std::string space_bars(std::string_view row) {
  std::string out;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find('|', at), row.size());
    out += without_space_at_end(row.substr(at, end - at));
    if (end == row.size()) break;
    out += out.empty() || out.back() == ' ' || out.back() == '|' ? "|" : " |";
    at = copy_space(row, end + 1, out);
  }
  return out;
}

}  // namespace

std::string space_marks(std::string_view line) {
  if (line.find(no_break_space) == line.npos) return std::string(line);
  line = without_space_at_end(line);
  std::string out;
  std::size_t at = copy_space(line, 0, out);
  while (const std::size_t size = mark_size(line.substr(at))) {
    if (line[at] == '|') break;
    out += line.substr(at, size);
    at = copy_space(line, at + size, out);
  }
  const std::string_view rest = line.substr(at);
  out += is_table_row(rest) ? space_bars(rest) : std::string(rest);
  return out;
}

}  // namespace traff
