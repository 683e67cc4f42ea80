// A table with a column Datum is a list of occasions; the heading above it may give the term.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

// A row of a table with a column "Datum", or a heading above it that names the term. What is struck out stands between
// ~~ in a cell.
struct DateTableLine {
  enum class Kind : std::uint8_t {
    heading,
    header,
    row,
    unnamed  // stands for a table whose days no column names; its cells are the heads it should have, "" for Datum
  };
  Kind kind = Kind::row;
  std::uint32_t line = 0;
  std::vector<std::string> cells;  // one for a heading
  std::vector<std::string> links;  // of a row: where each cell leads out of the site, "" for nowhere; may be empty
};

struct DateTableRow {
  Occasion occasion;
  std::uint32_t line = 0;
};

struct DateTables {
  std::vector<DateTableRow> rows;  // in document order
  std::vector<Diagnostic> diagnostics;
};

// Whether these are the heads of a table that lists occasions.
bool has_date_column(std::span<const std::string> cells);

// The heads that a table without such a column should have, "" for Datum; nothing when its cells are no days.
std::optional<std::vector<std::string>> missing_heads(const std::vector<std::vector<std::string>>& rows);

// F65 for a table without the column, and the messages of occasion.h. An empty cell under a day is that day again.
DateTables read_date_tables(const Document& document, std::span<const DateTableLine> lines,
                            const std::optional<TermFrame>& term);

}  // namespace traff
