#include <algorithm>
#include <optional>

#include "markdown/block_tracker.h"
#include "markdown/line_marks.h"
#include "markdown/repair.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

struct LetterItem {
  char letter = 'a';
  std::size_t indent = 0;  // bytes
  std::size_t text = 0;    // byte offset after ')'
};

std::optional<LetterItem> read_letter_item(const Line& line) {
  const std::size_t indent = leading_space(line.text).bytes;
  const std::string_view rest = std::string_view(line.text).substr(indent);
  if (line.fenced || rest.size() < 4 || rest[0] < 'a' || rest[0] > 'z' || rest[1] != ')') return std::nullopt;
  const bool space = rest[2] == ' ' || rest[2] == '\t' || rest.substr(2).starts_with("\xC2\xA0");
  if (!space) return std::nullopt;
  return LetterItem{rest[0], indent, indent + 2};
}

bool ends_list(const Line& line, bool after_blank) {
  const WhiteSpace indent = leading_space(line.text);
  const std::string_view rest = std::string_view(line.text).substr(indent.bytes);
  return line.fenced || heading_level(rest) > 0 || is_thematic_break(rest) || rest.starts_with(":::") ||
         rest.starts_with('>') || (after_blank && indent.columns < 2);
}

// The lines of the items a), b), c) … that begin at `first`. Stops at the first line that belongs to none.
std::vector<std::size_t> items_from(const std::vector<Line>& lines, std::size_t first) {
  std::vector<std::size_t> items{first};
  bool after_blank = false;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    if (is_blank_line(lines[i])) {
      after_blank = true;
      continue;
    }
    if (const std::optional<LetterItem> item = read_letter_item(lines[i])) {
      if (item->letter != static_cast<char>('a' + items.size())) break;
      items.push_back(i);
    } else if (ends_list(lines[i], after_blank)) {
      break;
    }
    after_blank = false;
  }
  return items;
}

// Letters directly under an item of the author's own list belong to it: where their text should begin.
std::size_t column_below(const std::vector<Line>& made, std::size_t indent) {
  if (made.empty() || made.back().fenced) return indent;
  const std::string_view above = made.back().text;
  const WhiteSpace space = leading_space(above);
  const std::optional<ListMarker> marker = list_marker(above.substr(space.bytes));
  if (!marker) return indent;
  const std::size_t after = space.bytes + marker->size;
  const std::size_t gap = leading_space(above.substr(after), space.columns + marker->size).columns;
  const std::size_t content = space.columns + marker->size + (gap >= 1 && gap <= 4 ? gap : 1);
  return std::max(indent, content);
}

std::string numbered(const Line& line, std::size_t number, std::size_t extra_indent) {
  const LetterItem item = *read_letter_item(line);
  std::string_view rest = std::string_view(line.text).substr(item.text);
  if (rest.starts_with("\xC2\xA0")) rest.remove_prefix(2);
  const bool spaced = rest.starts_with(' ') || rest.starts_with('\t');
  return std::string(extra_indent, ' ') + line.text.substr(0, item.indent) + std::to_string(number) +
         (spaced ? ")" : ") ") + std::string(rest);
}

}  // namespace

Manuscript repair_letter_lists(Manuscript manuscript) {
  std::vector<Line>& lines = manuscript.lines;
  std::vector<Line> made;
  std::uint32_t last_item = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::optional<LetterItem> item = read_letter_item(lines[i]);
    const std::vector<std::size_t> items =
        item && item->letter == 'a' ? items_from(lines, i) : std::vector<std::size_t>{};
    if (items.size() < 2) {
      made.push_back(std::move(lines[i]));
      continue;
    }
    const std::size_t indent = leading_space(lines[i].text).columns;
    const bool follows_letters = last_item != 0 && last_item + 1 == lines[i].number;
    const std::size_t extra = follows_letters ? 0 : column_below(made, indent) - indent;
    append_blank(made, lines[i].number);
    made.push_back({std::string(indent + extra, ' ') + std::string(alphabetical_list_mark), lines[i].number, false});
    for (std::size_t k = 0; k < items.size(); ++k) lines[items[k]].text = numbered(lines[items[k]], k + 1, extra);
    last_item = lines[items.back()].number;
    made.push_back(std::move(lines[i]));
  }
  lines = std::move(made);
  return manuscript;
}

Manuscript report_late_lists(Manuscript manuscript) {
  BlockTracker tracker;
  std::uint32_t last_number = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    const Line& line = manuscript.lines[i];
    const LineShape shape = tracker.take(line.text);
    const std::optional<ListMarker>& start = shape.list_start;
    if (start && start->is_ordered() && start->number > 3 && start->number != last_number + 1) {
      const std::string_view original = manuscript.original(line.number);
      const std::string mark = std::to_string(start->number) + start->delimiter;
      const std::string_view words = std::string_view(line.text).substr(shape.content);
      const std::string word(words.substr(0, words.find_first_of(" \t")));
      report_words(manuscript, "S17", line.number, original.find(mark), mark.size(),
                   {mark, std::to_string(start->number) + " " + word});
    }
    const std::size_t begin = leading_space(line.text).bytes;
    const std::optional<ListMarker> marker = list_marker(std::string_view(line.text).substr(begin));
    if (marker && marker->is_ordered()) last_number = marker->number;
  }
  return manuscript;
}

}  // namespace traff
