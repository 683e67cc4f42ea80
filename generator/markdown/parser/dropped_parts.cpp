#include "markdown/parser/dropped_parts.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/messages/codes.h"
#include "base/text.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"
#include "markdown/parser/cmark_tree.h"

namespace traff {

namespace {

// `[^` that begins no footnote's name such as `[^1]`. The parser takes what follows for one as far as the brackets' end
// and, when that stands on another line, gives back a part of it. So the two characters are parted before the parser
// and joined in its tree.

constexpr std::string_view loose_mark = "\xEF\xB7\x96";  // U+FDD6, a noncharacter: never in a text after repair

// Where a "[^" stands that is not the beginning of a name such as "[^1]", from `at` on.
std::size_t find_loose_mark(std::string_view line, std::size_t at = 0) {
  static constexpr ByteSet ends_of_name("][ \t\\`<");
  for (; (at = line.find("[^", at)) != std::string_view::npos; at += 2) {
    const std::size_t end = find_byte_of(line, ends_of_name, at + 2);
    if (end == std::string_view::npos || line[end] != ']') break;
  }
  return at;
}

std::string without_loose_marks(std::string_view text) { return replace_all(text, loose_mark, ""); }

bool has_loose_mark(std::string_view line) { return find_loose_mark(line) != std::string_view::npos; }

std::string with_parted_marks(std::string_view line) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = find_loose_mark(line, at)) != std::string_view::npos; ++at) {
    out += line.substr(copied, at + 1 - copied);
    out += loose_mark;
    copied = at + 1;
  }
  return out += line.substr(copied);
}

void join_loose_marks(cmark_node* root) {
  walk_tree(
      root,
      [](cmark_node* node, NodeKind kind) {
        if (literal_of(node).find(loose_mark) != std::string_view::npos) {
          cmark_node_set_literal(node, without_loose_marks(literal_of(node)).c_str());
        } else if (kind == NodeKind::link || kind == NodeKind::image) {
          cmark_node_set_url(node, without_loose_marks(address_of(node)).c_str());
          cmark_node_set_title(node, without_loose_marks(title_of(node)).c_str());
        }
        return true;
      },
      [](cmark_node*, NodeKind) {});
}

// A noncharacter: never in an author's text after repair. Begins the list of unused notes and their new names.
constexpr std::string_view unused_note_mark = "\xEF\xB7\x95";  // U+FDD5

constexpr std::size_t lines_of_list = 2;  // the list and an empty line

std::string name_of_unused(std::size_t index) { return std::string(unused_note_mark) + std::to_string(index); }

// Names of footnotes at the beginning of a line, behind any marks of quotes and lists: at least as many as the parser
// takes for definitions.
std::size_t count_definitions(std::string_view line) {
  static constexpr ByteSet marks(" \t>-*+.)0123456789");
  std::size_t found = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t label = footnote_label_size(line.substr(at));
    if (label == 0 && !marks.has(line[at])) break;
    if (label > 0) ++found;
    at += std::max<std::size_t>(label, 1);
  }
  return found;
}

// `line` with cells added at its end until it has `wanted`.
std::string widened(std::string_view line, std::size_t wanted, std::string_view cell) {
  const std::string_view row = trim_end(line);
  const auto with_cells = [&](std::string_view bar) {
    std::string wide = std::string(row) + std::string(bar);
    for (std::size_t cells = quoted_row_cells(line); cells < wanted; ++cells) wide += std::string(cell) + "|";
    return wide;
  };
  std::string wide = with_cells("");
  return quoted_row_cells(wide) == wanted ? wide : with_cells(" |");
}

// Where the parser found a footnote: line, and column of what follows its name, both from 1.
std::set<std::pair<int, int>> places_of_notes(cmark_node* root) {
  std::set<std::pair<int, int>> places;
  for (cmark_node* node = cmark_node_last_child(root); node != nullptr; node = cmark_node_previous(node)) {
    if (kind_of(node) != NodeKind::footnote_definition) break;
    places.emplace(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  }
  return places;
}

}  // namespace

DroppedParts::DroppedParts(const RepairedText& text) : text_(text) {
  const bool has_notes = text.text.find("[^") != std::string::npos;
  if (has_notes || text.text.find('|') != std::string::npos) lines_ = split_lines(text.text);
  if (!has_notes) return;
  has_loose_marks_ = std::any_of(lines_.begin(), lines_.end(), has_loose_mark);
  for (const std::string_view line : lines_) definitions_ += count_definitions(line);
}

void DroppedParts::find_labels() {
  BlockTracker tracker;
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    const std::string_view marks = lines_[line].substr(0, tracker.take(lines_[line]).content);
    for (std::size_t begin = 0; (begin = marks.find("[^", begin)) != std::string_view::npos;) {
      const std::size_t end = begin + std::max<std::size_t>(2, footnote_label_size(marks.substr(begin)));
      if (end > begin + 2) labels_.push_back({line, begin, end});
      begin = end;
    }
  }
}

bool DroppedParts::find(cmark_node* root) {
  if (lines_.empty()) return false;
  const bool notes = find_notes(root);
  const bool tables = find_tables(root);
  is_listed_ = std::any_of(labels_.begin(), labels_.end(), [](const NoteLabel& label) { return label.renamed; });
  return notes || tables;
}

bool DroppedParts::find_notes(cmark_node* root) {
  const auto places = places_of_notes(root);
  if (places.size() == definitions_ && labels_.empty()) return false;
  if (labels_.empty()) find_labels();
  bool found = false;
  std::size_t shift = 0;  // of the columns by names changed before in the same line
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    NoteLabel& label = labels_[i];
    if (i == 0 || labels_[i - 1].line != label.line) shift = 0;
    const std::string_view line = lines_[label.line];
    const std::size_t content = label.end + leading_space(line.substr(label.end)).bytes;
    if (label.renamed) shift += name_of_unused(i).size() + 4 - (label.end - label.begin);
    const auto place = std::pair(static_cast<int>(label.line + 1 + (is_listed_ ? lines_of_list : 0)),
                                 static_cast<int>(content + shift + 1));
    if (!label.is_note || places.contains(place)) continue;
    label.is_note = !label.renamed;
    label.renamed = !label.renamed;
    found = true;
  }
  return found;
}

bool DroppedParts::find_tables(cmark_node* root) {
  if (text_.text.find('|') == std::string::npos) return false;
  bool found = false;
  walk_tree(
      root,
      [&](cmark_node* node, NodeKind kind) {
        if (kind == NodeKind::table && measure_table(node)) found = true;
        return kind != NodeKind::table && kind != NodeKind::paragraph && kind != NodeKind::heading;
      },
      [](cmark_node*, NodeKind) {});
  return found;
}

bool DroppedParts::measure_table(cmark_node* table) {
  cmark_node* row = cmark_node_next(cmark_node_first_child(table));
  if (row == nullptr) return false;
  const std::size_t before = 1 + (is_listed_ ? lines_of_list : 0);
  std::size_t line = static_cast<std::size_t>(cmark_node_get_start_line(row));
  if (line < before + 2) return false;
  line -= before;
  const std::size_t heading = line - 2;
  const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
  WideTable wide{columns, columns, 0, 0};
  for (; row != nullptr && line < lines_.size(); row = cmark_node_next(row), ++line) {
    const std::size_t cells = quoted_row_cells(lines_[line]);
    if (cells > columns && wide.wide_cells == 0) wide.wide_line = line, wide.wide_cells = cells;
    wide.widest = std::max(wide.widest, cells);
  }
  return wide.widest > columns && tables_.emplace(heading, wide).second;
}

std::string DroppedParts::list_of_unused() const {
  std::string list(unused_note_mark);
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (labels_[i].renamed) list += "[^" + name_of_unused(i) + "]";
  }
  return list;
}

RepairedText DroppedParts::written() const {
  RepairedText written;
  written.line_numbers = text_.line_numbers;
  if (is_listed_) {
    written.text = list_of_unused() + "\n\n";
    written.line_numbers.insert(written.line_numbers.begin(), lines_of_list, text_.line_numbers.front());
  }
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    written.text += written_line(line);
    written.text += '\n';
  }
  return written;
}

std::string DroppedParts::written_line(std::size_t line) const {
  std::string text = has_loose_mark(lines_[line]) ? with_parted_marks(lines_[line]) : std::string(lines_[line]);
  if (const auto table = tables_.find(line); table != tables_.end()) text = widened(text, table->second.widest, "   ");
  if (const auto table = tables_.find(line - 1); table != tables_.end()) {
    text = widened(text, table->second.widest, " --- ");
  }
  // From the last to the first, for a new name moves what follows.
  auto label = std::upper_bound(labels_.begin(), labels_.end(), line,
                                [](std::size_t wanted, const NoteLabel& each) { return wanted < each.line; });
  while (label != labels_.begin() && (--label)->line == line) {
    const std::string name = name_of_unused(static_cast<std::size_t>(label - labels_.begin()));
    if (label->renamed) text.replace(label->begin, label->end - label->begin, "[^" + name + "]:");
  }
  return text;
}

void DroppedParts::clean(cmark_node* root) const {
  if (has_loose_marks_) join_loose_marks(root);
}

std::vector<Diagnostic> DroppedParts::diagnostics(const AuthorText& author) const {
  std::vector<Diagnostic> found;
  std::unordered_map<std::string_view, std::uint32_t> first_lines;
  for (const NoteLabel& label : labels_) {
    const std::uint32_t line = text_.line_numbers[label.line];
    const std::string_view name = lines_[label.line].substr(label.begin, label.end - label.begin - 1);
    const auto [first, is_first] = first_lines.emplace(name, line);
    if (!label.renamed || found.size() >= most_messages) continue;
    if (is_first)
      found.push_back(author.at(code::S27(name), line, name));
    else
      found.push_back(author.at(code::S32(name, first->second), line, name));
  }
  for (const auto& [heading, table] : tables_) {
    if (found.size() >= 2 * most_messages) break;
    found.push_back(author.at(code::S28(table.wide_cells, table.columns), text_.line_numbers[table.wide_line], {}));
  }
  return found;
}

bool is_list_of_unused_notes(cmark_node* paragraph) {
  cmark_node* first = cmark_node_first_child(paragraph);
  return first != nullptr && kind_of(first) == NodeKind::text && literal_of(first).starts_with(unused_note_mark);
}

}  // namespace traff
