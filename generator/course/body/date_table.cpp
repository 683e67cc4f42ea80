#include "course/body/date_table.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "course/model/occasion.h"

namespace traff {

namespace {

enum class Column { date, time, what, audience, place, status, other };

Column parse_column(std::string_view heading) {
  struct NamedColumn {
    std::string_view name;
    Column column;
  };
  static constexpr std::array names{
      NamedColumn{"datum", Column::date},        NamedColumn{"nar", Column::date},
      NamedColumn{"dag", Column::date},          NamedColumn{"date", Column::date},
      NamedColumn{"when", Column::date},         NamedColumn{"tid", Column::time},
      NamedColumn{"klockslag", Column::time},    NamedColumn{"time", Column::time},
      NamedColumn{"vad", Column::what},          NamedColumn{"innehall", Column::what},
      NamedColumn{"tema", Column::what},         NamedColumn{"aktivitet", Column::what},
      NamedColumn{"what", Column::what},         NamedColumn{"for vem", Column::audience},
      NamedColumn{"malgrupp", Column::audience}, NamedColumn{"audience", Column::audience},
      NamedColumn{"plats", Column::place},       NamedColumn{"var", Column::place},
      NamedColumn{"lokal", Column::place},       NamedColumn{"place", Column::place},
      NamedColumn{"where", Column::place},       NamedColumn{"status", Column::status},
  };
  const std::string folded = fold(trim(heading));
  for (const NamedColumn& row : names) {
    if (row.name == folded) return row.column;
  }
  return Column::other;
}

class TableReader {
 public:
  TableReader(const Document& document, const std::optional<TermFrame>& term) : document_(document), term_(term) {}

  DateTables run(std::span<const DateTableLine> lines) {
    for (const DateTableLine& line : lines) {
      cells_ = line.cells;
      line_ = line.line;
      switch (line.kind) {
        case DateTableLine::Kind::heading: take_heading(); break;
        case DateTableLine::Kind::header: take_header(); break;
        case DateTableLine::Kind::row: read_row();
      }
    }
    return std::move(found_);
  }

 private:
  void take_heading() {
    if (const auto term = parse_term(cells_.front())) term_ = term;
  }

  void take_header() {
    columns_.clear();
    for (const std::string& cell : cells_) columns_.push_back(parse_column(cell));
  }

  void read_row() {
    DateTableRow row;
    row.line = line_;
    std::string shown_line;
    for (const std::string& cell : cells_) shown_line += "| " + cell + " ";
    shown_line += "|";
    for (std::size_t i = 0; i < cells_.size() && i < columns_.size(); ++i)
      read_cell(columns_[i], cells_[i], shown_line, row.occasion);
    Occasion& occasion = row.occasion;
    if (!occasion.date) return;
    if (occasion.status == MeetingStatus::plain && !occasion.alternates.empty())
      occasion.status = MeetingStatus::tentative;
    found_.rows.push_back(std::move(row));
  }

  void read_cell(Column column, std::string_view cell, const std::string& shown_line, Occasion& occasion) {
    switch (column) {
      case Column::date: read_date_cell(cell, shown_line, occasion); break;
      case Column::time:
        occasion.time = parse_time_range(cell);
        if (!occasion.time) occasion.time_text = cell;
        break;
      case Column::what: occasion.title = cell; break;
      case Column::audience: occasion.audience = cell; break;
      case Column::place:
        if (!cell.empty()) occasion.place = cell;
        break;
      case Column::status:
        if (const MeetingStatus status = parse_status(cell); status != MeetingStatus::plain) occasion.status = status;
        break;
      case Column::other: break;
    }
  }

  void read_date_cell(std::string_view cell, const std::string& shown_line, Occasion& occasion) {
    if (cell.empty() || cell == "–" || cell == "-") return;
    const std::size_t at = shown_line.find(cell);
    const auto column = static_cast<std::uint32_t>(code_point_count(std::string_view(shown_line).substr(0, at)) + 1);
    const DateValue value{cell, {document_.path, line_, column, 0}, shown_line};
    const ParsedDates dates = read_date(value, term_, found_.diagnostics);
    occasion.date = dates.date;
    for (const FoundDate& alternate : dates.alternates) occasion.alternates.push_back(alternate.first);
    take_remark(dates.remark, occasion);
  }

  const Document& document_;
  std::optional<TermFrame> term_;
  std::vector<Column> columns_;
  std::span<const std::string> cells_;
  std::uint32_t line_ = 0;
  DateTables found_;
};

}  // namespace

bool has_date_column(std::span<const std::string> cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return parse_column(cell) == Column::date; });
}

DateTables read_date_tables(const Document& document, std::span<const DateTableLine> lines,
                            const std::optional<TermFrame>& term) {
  return TableReader(document, term).run(lines);
}

}  // namespace traff
