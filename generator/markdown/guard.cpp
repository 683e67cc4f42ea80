#include "markdown/guard.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace traff {

namespace {

// Each limit has been held against the inputs it stops (tests/unit/markdown/guard_test.cpp).
constexpr std::size_t max_line_bytes = 20'000;
constexpr std::size_t max_depth = 32;
constexpr std::size_t max_indent = 200;
constexpr std::size_t max_blank_lines_in_deep_list = 200;
constexpr std::size_t max_columns = 100;
constexpr std::size_t max_table_cells = 20'000;
constexpr std::size_t max_table_rules = 1'000;
constexpr std::size_t max_same_character = 2'000;
constexpr std::size_t max_openers = 2'000;  // of each kind: "<?" or "<!", "![", "["-runs, addresses with '@'
constexpr std::size_t max_link_bytes = 4u << 20;  // longest definition × uses

struct LineStart {
  std::size_t depth = 0;   // quotes and list marks
  std::size_t indent = 0;  // bytes before the first other character
};

bool is_bullet(std::string_view line, std::size_t at) {
  const bool mark = line[at] == '-' || line[at] == '*' || line[at] == '+';
  return mark && at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t');
}

std::size_t ordered_mark_end(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  const bool mark = end > at && end + 1 < line.size() && (line[end] == '.' || line[end] == ')') && line[end + 1] == ' ';
  return mark ? end + 1 : at;
}

LineStart look_at_start(std::string_view line) {
  LineStart start;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t ordered_end = ordered_mark_end(line, at);
    if (line[at] == ' ' || line[at] == '\t') {
      ++at;
    } else if (line[at] == '>' || is_bullet(line, at)) {
      ++start.depth;
      ++at;
    } else if (ordered_end > at) {
      ++start.depth;
      at = ordered_end;
    } else {
      break;
    }
  }
  start.indent = at;
  return start;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find_first_not_of("|-: \t\r>\v\f") == std::string_view::npos &&
         line.find_first_of("|:") != std::string_view::npos;
}

std::size_t count(std::string_view line, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = line.find(what, at)) != std::string_view::npos; at += what.size()) ++found;
  return found;
}

bool has_long_run(std::string_view line) {
  std::size_t run = 1;
  for (std::size_t i = 1; i < line.size(); ++i) {
    run = line[i] == line[i - 1] ? run + 1 : 1;
    if (run > max_same_character && line[i] != ' ') return true;
  }
  return false;
}

class Guard {
 public:
  // The code of the limit this line passes, or "".
  std::string_view look_at(std::string_view line) {
    if (line.size() > max_line_bytes) return "B2";
    if (const auto code = look_at_nesting(line); !code.empty()) return code;
    if (const auto code = look_at_table(line); !code.empty()) return code;
    if (line.size() > max_same_character && has_long_run(line)) return "B5";
    return look_at_openers(line);
  }

 private:
  std::string_view look_at_nesting(std::string_view line) {
    const LineStart start = look_at_start(line);
    if (start.depth > max_depth || start.indent > max_indent) return "B3";
    deepest_ = std::max(deepest_, start.depth);
    const bool blank = line.find_first_not_of(" \t>\r") == std::string_view::npos;
    const bool costly = deepest_ > 8 && (blank || start.depth == 0);
    if (costly && ++cheap_lines_in_deep_list_ > max_blank_lines_in_deep_list) return "B3";
    return {};
  }

  std::string_view look_at_table(std::string_view line) {
    if (is_table_rule(line)) {
      columns_ = count(line, "|") + 1;
      rows_ = 0;
      if (columns_ > max_columns || ++table_rules_ > max_table_rules) return "B4";
    } else if (is_blank(line)) {
      columns_ = 0;
    } else if (columns_ > 0) {
      if (++rows_ * columns_ > max_table_cells) return "B4";
      cells_ += columns_;
      if (cells_ > 4 * max_table_cells) return "B4";
    }
    if (count(line, "|") > 4 * max_columns) return "B4";
    return {};
  }

  std::string_view look_at_openers(std::string_view line) {
    declarations_ += count(line, "<?") + count(line, "<!");
    images_ += count(line, "![");
    addresses_ += count(line, "@");
    closers_ += count(line, "]");
    brackets_ += count(line, "[");
    emphasis_ = is_blank(line) ? 0 : emphasis_ + count(line, "*") + count(line, "_");
    if (declarations_ > max_openers || images_ > max_openers || addresses_ > 10 * max_openers) return "B6";
    if (brackets_ > 20 * max_openers || emphasis_ > 10 * max_openers) return "B6";
    if (line.find("]:") != std::string_view::npos) longest_definition_ = std::max(longest_definition_, line.size());
    if (longest_definition_ > 500 && longest_definition_ * closers_ > max_link_bytes) return "B7";
    return {};
  }

  std::size_t deepest_ = 0, cheap_lines_in_deep_list_ = 0;
  std::size_t columns_ = 0, rows_ = 0, cells_ = 0, table_rules_ = 0;
  std::size_t declarations_ = 0, images_ = 0, addresses_ = 0, closers_ = 0, brackets_ = 0, emphasis_ = 0;
  std::size_t longest_definition_ = 0;
};

}  // namespace

std::optional<Refusal> find_refusal(std::string_view text) {
  Guard guard;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\r");
    ++number;
    const std::string_view code = guard.look_at(text.substr(0, end));
    if (!code.empty()) return Refusal{number, code};
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return std::nullopt;
}

}  // namespace traff
