#include "course/body/date_table.h"

#include <algorithm>
#include <array>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/model/occasion.h"
#include "course/model/page_kind.h"

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
      NamedColumn{"klockslag", Column::time},    NamedColumn{"klockan", Column::time},
      NamedColumn{"startdatum", Column::date},   NamedColumn{"tillfalle", Column::what},
      NamedColumn{"time", Column::time},         NamedColumn{"vad", Column::what},
      NamedColumn{"innehall", Column::what},     NamedColumn{"tema", Column::what},
      NamedColumn{"aktivitet", Column::what},    NamedColumn{"what", Column::what},
      NamedColumn{"for vem", Column::audience},  NamedColumn{"malgrupp", Column::audience},
      NamedColumn{"audience", Column::audience}, NamedColumn{"plats", Column::place},
      NamedColumn{"var", Column::place},         NamedColumn{"lokal", Column::place},
      NamedColumn{"place", Column::place},       NamedColumn{"where", Column::place},
      NamedColumn{"status", Column::status},
  };
  std::string folded = fold(trim(heading));
  while (folded.ends_with(':') || folded.ends_with('.')) folded.pop_back();
  for (const NamedColumn& row : names) {
    if (row.name == folded) return row.column;
  }
  return Column::other;
}

std::string without_struck(std::string_view cell) {
  static constexpr std::string_view mark = "~~";
  std::string left(cell);
  for (std::size_t begin = left.find(mark); begin != std::string::npos; begin = left.find(mark, begin)) {
    const std::size_t end = left.find(mark, begin + mark.size());
    if (end == std::string::npos) break;
    left.erase(begin, end + mark.size() - begin);
  }
  return std::string(trim(left));
}

bool is_day(std::string_view cell) {
  constexpr std::size_t longest = 60;
  if (cell.size() > longest || cell.find_first_of("0123456789") == std::string_view::npos) return false;
  const ParsedDates dates = parse_dates(cell, std::nullopt);
  const bool lacks_year = std::ranges::any_of(
      dates.problems, [](const DateProblem& problem) { return problem.kind == DateProblem::Kind::year_missing; });
  return dates.date || lacks_year;
}

class TableReader {
 public:
  TableReader(const Document& document, const std::optional<TermFrame>& term) : document_(document), term_(term) {}

  DateTables run(std::span<const DateTableLine> lines) {
    for (const DateTableLine& line : lines) {
      cells_ = line.cells;
      links_ = line.links;
      line_ = line.line;
      switch (line.kind) {
        case DateTableLine::Kind::heading: take_heading(); break;
        case DateTableLine::Kind::header: take_header(); break;
        case DateTableLine::Kind::row: read_row(); break;
        case DateTableLine::Kind::unnamed: report_unnamed();
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
    day_above_.reset();
    for (const std::string& cell : cells_) columns_.push_back(parse_column(cell));
  }

  void read_row() {
    DateTableRow row;
    row.line = line_;
    std::string shown_line;
    for (const std::string& cell : cells_) shown_line += "| " + cell + " ";
    shown_line += "|";
    for (std::size_t i = 0; i < cells_.size() && i < columns_.size(); ++i) read_cell(i, shown_line, row.occasion);
    Occasion& occasion = row.occasion;
    if (goes_on_above(occasion)) occasion.date = day_above_;
    if (!occasion.date) return;
    day_above_ = occasion.date;
    if (occasion.status == MeetingStatus::plain && !occasion.alternates.empty())
      occasion.status = MeetingStatus::tentative;
    found_.rows.push_back(std::move(row));
  }

  // In a merged cell the day stands once, for all of its rows.
  bool goes_on_above(const Occasion& occasion) const {
    const auto at = std::ranges::find(columns_, Column::date) - columns_.begin();
    if (!day_above_ || static_cast<std::size_t>(at) >= cells_.size()) return false;
    static constexpr std::string_view above_marks[] = {"",     "\"",   "”",   "''",        "^^",      "-\"-",
                                                       "–\"–", "dito", "d:o", "samma dag", "same day"};
    const std::string day = to_lower(cells_[static_cast<std::size_t>(at)]);
    if (std::ranges::find(above_marks, day) == std::end(above_marks)) return false;
    const bool has_times = std::ranges::find(columns_, Column::time) != columns_.end();
    return has_times ? occasion.time || !occasion.time_text.empty() : !occasion.title.empty();
  }

  void report_unnamed() {
    std::string swedish = "|", english = "|";
    for (const std::string& cell : cells_) {
      swedish += " " + (cell.empty() ? "Datum" : cell) + " |";
      english += " " + (cell.empty() ? "Date" : cell) + " |";
    }
    found_.diagnostics.push_back({code::F65(Words(swedish, english)), {document_.path, line_}});
  }

  void read_cell(std::size_t at, const std::string& shown_line, Occasion& occasion) {
    const std::string_view cell = cells_[at];
    if (columns_[at] != Column::date && parse_status(cell) == MeetingStatus::cancelled) {
      occasion.status = MeetingStatus::cancelled;
      return;
    }
    switch (columns_[at]) {
      case Column::date: read_date_cell(cell, shown_line, occasion); break;
      case Column::time: read_time(cell, value_of(cell, shown_line), occasion, found_.diagnostics); break;
      case Column::what: read_title(without_struck(cell), occasion); break;
      case Column::audience: occasion.audience = without_struck(cell); break;
      case Column::place:
        if (!cell.empty()) occasion.place = without_struck(cell) + link_of(at);
        break;
      case Column::status:
        if (const MeetingStatus status = parse_status(without_struck(cell)); status != MeetingStatus::plain)
          occasion.status = status;
        break;
      case Column::other: break;
    }
  }

  // "[Zoom](https://…)": the calendar has no links, and needs the address.
  std::string link_of(std::size_t at) const {
    const bool has_link = at < links_.size() && !links_[at].empty();
    return has_link && cells_[at].find(links_[at]) == std::string::npos ? ", " + links_[at] : std::string();
  }

  void read_date_cell(std::string_view cell, const std::string& shown_line, Occasion& occasion) {
    if (cell.empty() || cell == "–" || cell == "-") return;
    take_dates(read_date(value_of(cell, shown_line), term_, found_.diagnostics), occasion);
  }

  static void read_title(std::string_view cell, Occasion& occasion) {
    const MarkedTitle marked = marked_title(cell);
    occasion.title = marked.title;
    if (const MeetingStatus status = parse_status(marked.word); status != MeetingStatus::plain)
      occasion.status = status;
  }

  DateValue value_of(std::string_view cell, const std::string& shown_line) const {
    const std::size_t at = shown_line.find(cell);
    const auto column = static_cast<std::uint32_t>(code_point_count(std::string_view(shown_line).substr(0, at)) + 1);
    return {cell, {document_.path, line_, column, 0}, shown_line};
  }

  const Document& document_;
  std::optional<TermFrame> term_;
  std::vector<Column> columns_;
  std::optional<FoundDate> day_above_;
  std::span<const std::string> cells_, links_;
  std::uint32_t line_ = 0;
  DateTables found_;
};

}  // namespace

bool has_date_column(std::span<const std::string> cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return parse_column(cell) == Column::date; });
}

std::optional<std::vector<std::string>> missing_heads(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t fewest = 2;
  if (rows.size() < fewest) return std::nullopt;
  const std::vector<std::string>& first = rows.front();
  for (std::size_t column = 0; column < first.size(); ++column) {
    const auto days = static_cast<std::size_t>(std::ranges::count_if(
        rows, [&](const std::vector<std::string>& row) { return column < row.size() && is_day(row[column]); }));
    if (days < fewest || days * 2 < rows.size() - 1) continue;
    std::vector<std::string> heads = first;
    if (is_day(first[column])) {
      for (std::string& head : heads) head = parse_time_range(head) ? "Tid" : "Vad";
    }
    for (std::string& head : heads) head = head.empty() ? "…" : head;
    heads[column].clear();
    return heads;
  }
  return std::nullopt;
}

DateTables read_date_tables(const Document& document, std::span<const DateTableLine> lines,
                            const std::optional<TermFrame>& term) {
  return TableReader(document, term).run(lines);
}

}  // namespace traff
