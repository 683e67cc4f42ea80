#include "markdown/parser/guard.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/messages/codes.h"
#include "base/text.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

// Of one line.
constexpr std::size_t max_line_bytes = 20'000;
constexpr std::size_t max_same_character = 500;
constexpr std::size_t max_depth = 32;    // marks of quotes and lists
constexpr std::size_t max_indent = 200;  // lists may also be nested by indentation, line after line

// Of what stands between two empty lines: here the parser's work grows with the square.
constexpr std::size_t max_images = 2'000;
constexpr std::size_t max_emphasis = 20'000;
constexpr std::size_t max_brackets = 20'000;

// Of a table.
constexpr std::size_t max_columns = 100;
constexpr std::size_t max_cells = 20'000;

// Of the whole text.
constexpr std::size_t max_lines = 50'000;
constexpr std::size_t max_marks = 200'000;  // each costs the parser a node, about 200 bytes
constexpr std::size_t max_nesting = 100'000;
constexpr std::size_t max_all_cells = 80'000;
constexpr std::size_t max_link_bytes = 4'000'000;         // longest definition × uses, of one over 500 bytes
constexpr std::size_t max_short_link_bytes = 16'000'000;  // of a shorter one: the parser copies it for each use
constexpr std::size_t max_bytes_looked_at = 100'000'000;  // again and again by one of the parser's searches

// What the guard counts. All but the bars make nodes of their own in the parser's tree.
enum Mark : unsigned char {
  none,
  other,
  bar,
  emphasis,
  open_bracket,
  close_bracket,
  close_parenthesis,
  at_sign,
  exclamation,
  less_than,
  mark_count
};

constexpr std::array<Mark, 256> make_marks() {
  std::array<Mark, 256> marks{};
  for (const char c : std::string_view(".-:\"'&\\`w")) marks[static_cast<unsigned char>(c)] = other;
  marks['|'] = bar;
  marks['*'] = marks['_'] = marks['~'] = emphasis;
  marks['['] = open_bracket;
  marks[']'] = close_bracket;
  marks[')'] = close_parenthesis;
  marks['@'] = at_sign;
  marks['!'] = exclamation;
  marks['<'] = less_than;
  return marks;
}

constexpr std::array<Mark, 256> mark_of = make_marks();

struct LineStart {
  std::size_t depth = 0;   // quotes and list marks
  std::size_t indent = 0;  // bytes before the first other character
};

bool is_bullet(std::string_view line, std::size_t at) {
  const bool mark = line[at] == '-' || line[at] == '*' || line[at] == '+';
  return mark && at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t');
}

std::size_t number_size(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end]) && end - at < 10) ++end;
  const bool mark = end > at && end + 1 < line.size() && (line[end] == '.' || line[end] == ')');
  return mark && (line[end + 1] == ' ' || line[end + 1] == '\t') ? end + 1 - at : 0;
}

LineStart look_at_start(std::string_view line) {
  LineStart start;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t size = line[at] == '>' || is_bullet(line, at) ? 1 : number_size(line, at);
    if (size == 0 && line[at] != ' ' && line[at] != '\t') break;
    if (size > 0) ++start.depth;
    at += std::max<std::size_t>(size, 1);
  }
  start.indent = at;
  return start;
}

bool is_rule_of_table(std::string_view line) {
  static constexpr ByteSet bytes_of_rule("|-: \t>\v\f");
  const bool only_rule = std::all_of(line.begin(), line.end(), [](char c) { return bytes_of_rule.has(c); });
  return only_rule && line.find('-') != std::string_view::npos &&
         find_byte_of(line, ByteSet("|:")) != std::string_view::npos;
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
  // The code of the limit this line passes.
  std::optional<Code> look_at(std::string_view line) {
    if (++lines_ > max_lines) return code::B8;
    if (line.size() > max_line_bytes) return code::B2;
    if (line.size() > max_same_character && has_long_run(line)) return code::B5;
    const LineStart start = look_at_start(line);
    const bool is_empty = start.indent == line.size();  // but for marks of quotes and lists
    nesting_ += start.depth;
    if (start.depth > max_depth || nesting_ > max_nesting || (start.indent > max_indent && !is_empty)) return code::B3;
    if (is_empty) {
      end_paragraph();
      return std::nullopt;
    }
    count_marks(line);
    paragraph_bytes_ += line.size() + 1;
    if (const auto code = look_at_table(line)) return code;
    look_at_definition(line.substr(start.indent));
    return look_at_marks(line.size());
  }

 private:
  void end_paragraph() {
    paragraph_bytes_ = images_ = declarations_ = emphasis_ = brackets_ = columns_ = rows_ = 0;
    definition_bytes_ = looks_back_ = bytes_since_bar_ = paragraph_cells_ = 0;
    line_above_ = {};
  }

  // One look at each byte: this is where the guard's time goes.
  void count_marks(std::string_view line) {
    found_.fill(0);
    for (std::size_t at = 0; at < line.size(); ++at) {
      const Mark mark = mark_of[static_cast<unsigned char>(line[at])];
      if (mark == none) continue;
      ++found_[mark];
      const char next = at + 1 < line.size() ? line[at + 1] : '\0';
      if (mark == exclamation && next == '[') ++images_;
      if (mark == less_than && (next == '?' || next == '!')) ++declarations_;
    }
  }

  std::optional<Code> look_at_table(std::string_view line) {
    const std::size_t cells = found_[bar] + 1;
    if (cells > 4 * max_columns) return code::B4;
    const bool is_rule = is_rule_of_table(line);
    const bool fits = is_rule && quoted_row_cells(line) == quoted_row_cells(line_above_);
    if (is_rule) look_for_heading(columns_ > 0 && fits);
    looks_back_ += bytes_since_bar_;
    bytes_since_bar_ = cells > 1 ? 0 : bytes_since_bar_ + line.size();
    paragraph_cells_ += cells;
    line_above_ = line;
    if (is_rule && columns_ == 0) {
      if (fits) columns_ = cells;
      if (columns_ > max_columns) return code::B4;
    } else if (columns_ > 0) {
      if (cells > columns_) {  // the heading is widened to its widest row
        all_cells_ += rows_ * (cells - columns_);
        columns_ = cells;
      }
      all_cells_ += columns_;
      if (++rows_ * columns_ > max_cells || all_cells_ > max_all_cells) return code::B4;
    }
    if (looked_at_ > max_bytes_looked_at) return code::B4;
    return std::nullopt;
  }

  // For the line under it the parser cuts the whole paragraph into cells, and looks back from each line to the bar
  // before it. In a table it need not.
  void look_for_heading(bool in_table) {
    looked_at_ += in_table ? 2 * paragraph_bytes_ : 8 * paragraph_bytes_ + 100 * paragraph_cells_ + looks_back_ / 2;
  }

  // A definition of a link may begin its label on the line before, and may stand in a footnote. It goes on to the next
  // or to an empty line.
  void look_at_definition(std::string_view words) {
    while (const std::size_t label = footnote_label_size(words)) {
      words.remove_prefix(label);
      words.remove_prefix(leading_space(words).bytes);
    }
    const bool begins = words.find("]:") != std::string_view::npos;
    if (begins) definition_bytes_ = 0;
    if (begins || definition_bytes_ > 0) definition_bytes_ += words.size() + 1;
    longest_definition_ = std::max(longest_definition_, definition_bytes_);
  }

  std::optional<Code> look_at_marks(std::size_t line_bytes) {
    for (std::size_t mark = other; mark < mark_count; ++mark) marks_ += mark == bar ? 0 : found_[mark];
    emphasis_ += found_[emphasis];
    brackets_ += found_[open_bracket];
    closers_ += found_[close_bracket];
    looked_at_ += found_[at_sign] * line_bytes + found_[close_parenthesis] * line_bytes / 8;
    looked_at_ += declarations_ > 0 ? declarations_ * (line_bytes + 1) : 0;
    if (marks_ > max_marks || images_ > max_images || emphasis_ > max_emphasis || brackets_ > max_brackets)
      return code::B6;
    if (looked_at_ > max_bytes_looked_at) return code::B6;
    const std::size_t most_link_bytes = longest_definition_ > 500 ? max_link_bytes : max_short_link_bytes;
    if (longest_definition_ * closers_ > most_link_bytes) return code::B7;
    return std::nullopt;
  }

  std::array<std::size_t, mark_count> found_{};  // in the line
  std::string_view line_above_;                  // in the paragraph
  std::size_t paragraph_bytes_ = 0, images_ = 0, declarations_ = 0, emphasis_ = 0, brackets_ = 0, definition_bytes_ = 0;
  std::size_t looks_back_ = 0, bytes_since_bar_ = 0, paragraph_cells_ = 0;
  std::size_t columns_ = 0, rows_ = 0, all_cells_ = 0;
  std::size_t lines_ = 0, nesting_ = 0, marks_ = 0, closers_ = 0, longest_definition_ = 0, looked_at_ = 0;
};

}  // namespace

std::optional<Refusal> find_refusal(std::string_view text) {
  Guard guard;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    ++number;
    if (const auto code = guard.look_at(text.substr(0, end))) return Refusal{number, *code};
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return std::nullopt;
}

}  // namespace traff
