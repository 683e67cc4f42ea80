#include <algorithm>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"
#include "markdown/repair/manuscript.h"

namespace traff {

namespace {

constexpr std::size_t most_tabs = 40;
constexpr std::size_t longest_cell = 60;  // code points of a cell on a line of its own
constexpr std::size_t fewest_cells = 4;

bool is_letter_item(std::string_view rest) { return rest.size() > 2 && rest[1] == ')' && rest[2] == '\t'; }

bool begins_with_mark(std::string_view rest) {
  return is_letter_item(rest) || heading_level(rest) > 0 || list_marker(rest) || is_thematic_break(rest) ||
         rest.starts_with(":::") || rest.starts_with('|') || rest.starts_with('>') || rest.starts_with('<');
}

// A row copied from Word or a spreadsheet: its tabs, of which at least one stands between words. 0 for anything else.
std::size_t row_tabs(std::string_view line) {
  const std::string_view words = trim(line);
  if (words.find('\t') == words.npos || begins_with_mark(words)) return 0;
  const auto tabs = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
  return tabs <= most_tabs ? tabs : 0;
}

bool is_lone_cell(std::string_view line) {
  const WhiteSpace indent = leading_space(line);
  const std::string_view words = trim(line);
  return !words.empty() && line.substr(0, indent.bytes).find('\t') != line.npos && words.find('\t') == words.npos &&
         !begins_with_mark(words) && code_point_count(words) <= longest_cell;
}

struct LineRun {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - first; }
};

std::string escape_bars(std::string_view cell) {
  std::string escaped;
  bool after_backslash = false;
  for (const char c : cell) {
    if (c == '|' && !after_backslash) escaped += '\\';
    after_backslash = c == '\\' && !after_backslash;
    escaped += c;
  }
  return escaped;
}

class TableRepair {
 public:
  explicit TableRepair(Manuscript& manuscript) : manuscript_(manuscript), lines_(manuscript.lines) {
    find_plain_lines();
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t tabs = plain_[i] ? row_tabs(lines_[i].text) : 0;
      const LineRun rows =
          tabs == 0 ? LineRun{i, i} : run_of(i, [&](std::string_view line) { return row_tabs(line) == tabs; });
      const LineRun cells = run_of(i, is_lone_cell);
      if ((tabs >= 2 && rows.size() >= 2) || (tabs == 1 && rows.size() >= 3)) {
        add_table(rows);
        i = rows.end;
      } else if (const LineRun bars = bar_rows(i); bars.size() >= 2) {
        add_bar_table(bars);
        i = bars.end;
      } else if (cells.size() >= fewest_cells) {
        add_cells(cells);
        i = cells.end;
      } else {
        const std::size_t end = std::max({rows.end, cells.end, i + 1});
        for (; i < end; ++i) add(std::move(lines_[i]));
      }
    }
    manuscript_.lines = std::move(made_);
  }

 private:
  using Row = std::vector<std::string>;

  // Lines of text that stand in no list, quote, table or code.
  void find_plain_lines() {
    BlockTracker tracker;
    plain_.reserve(lines_.size());
    for (const Line& line : lines_) {
      const LineShape shape = tracker.take(line.text);
      const bool is_text = shape.kind == LineKind::paragraph || shape.kind == LineKind::continuation;
      plain_.push_back(is_text && shape.depth == 0 && !line.fenced);
      in_table_.push_back(shape.kind == LineKind::table);
    }
  }

  template <class Test>
  LineRun run_of(std::size_t first, Test belongs) const {
    LineRun run{first, first};
    while (run.end < lines_.size() && plain_[run.end] && belongs(lines_[run.end].text)) ++run.end;
    return run;
  }

  // Rows of bars that no line of dashes makes a table.
  LineRun bar_rows(std::size_t first) const {
    const std::string_view head = plain_[first] ? std::string_view(lines_[first].text) : std::string_view();
    const std::size_t cells = row_cells(head);
    const bool is_closed = trim(head).starts_with('|');
    if (cells < 2 || head.find('`') != head.npos || is_table_rule(head)) return {first, first};
    const bool is_spaced = head.find(" | ") != head.npos;
    if (!is_closed && !is_spaced) return {first, first};
    LineRun run = run_of(first, [&](std::string_view line) {
      if (is_closed || is_table_rule(line)) return trim(line).starts_with('|') || is_table_rule(line);
      return row_cells(line) == cells && line.find(" | ") != line.npos && line.find('`') == line.npos;
    });
    const bool heads_a_table = run.end < lines_.size() && in_table_[run.end];
    return heads_a_table ? LineRun{first, run.end - 1} : run;
  }

  // The first row becomes its heading. A line of dashes that does not fit goes.
  void add_bar_table(const LineRun& run) {
    const std::uint32_t first = lines_[run.first].number;
    append_blank(made_, first);
    const std::size_t cells = row_cells(lines_[run.first].text);
    made_.push_back(lines_[run.first]);
    made_.push_back({table_line(Row(cells, "---")), first, false});
    for (std::size_t i = run.first + 1; i < run.end; ++i) {
      if (!is_table_rule(lines_[i].text)) made_.push_back(std::move(lines_[i]));
    }
    wants_blank_ = true;
  }

  void add(Line line) {
    if (wants_blank_ && !is_blank_line(line)) append_blank(made_, line.number);
    wants_blank_ = false;
    made_.push_back(std::move(line));
  }

  void add_table(const LineRun& run) {
    const std::vector<Row> rows = read_rows(run);
    const std::uint32_t first = lines_[run.first].number;
    append_blank(made_, first);
    const std::string heading = table_line(rows.front());
    const std::string rule = table_line(Row(rows.front().size(), "---"));
    made_.push_back({heading, first, false});
    made_.push_back({rule, first, false});
    for (std::size_t i = 1; i < rows.size(); ++i)
      made_.push_back({table_line(rows[i]), lines_[run.first + i].number, false});
    wants_blank_ = true;
    report_line(manuscript_, code::S7(first, lines_[run.end - 1].number, heading, rule), first);
  }

  std::vector<Row> read_rows(const LineRun& run) const {
    std::vector<Row> rows;
    for (std::size_t i = run.first; i < run.end; ++i) {
      Row row;
      for (const std::string_view cell : split(lines_[i].text, '\t')) row.push_back(escape_bars(trim(cell)));
      rows.push_back(std::move(row));
    }
    return without_empty_columns(rows);
  }

  // Two tabs in a row on every line are there to line things up.
  static std::vector<Row> without_empty_columns(std::vector<Row> rows) {
    for (std::size_t column = rows.front().size(); column-- > 0;) {
      const bool is_empty = std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return row[column].empty(); });
      if (!is_empty) continue;
      for (Row& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    }
    return rows;
  }

  static std::string table_line(const Row& row) {
    std::string line = "|";
    for (const std::string& cell : row) line += " " + cell + (cell.empty() ? "|" : " |");
    return line;
  }

  // Which cells made a row cannot be known, so each becomes a paragraph.
  void add_cells(const LineRun& run) {
    for (std::size_t i = run.first; i < run.end; ++i) {
      append_blank(made_, lines_[i].number);
      made_.push_back({std::string(trim(lines_[i].text)), lines_[i].number, false});
    }
    wants_blank_ = true;
    const std::uint32_t first = lines_[run.first].number;
    report_line(manuscript_, code::S31(first, lines_[run.end - 1].number), first);
  }

  Manuscript& manuscript_;
  std::vector<Line>& lines_;
  std::vector<bool> plain_, in_table_;
  std::vector<Line> made_;
  bool wants_blank_ = false;
};

}  // namespace

Manuscript repair_tables(Manuscript manuscript) {
  TableRepair(manuscript).run();
  return manuscript;
}

}  // namespace traff
