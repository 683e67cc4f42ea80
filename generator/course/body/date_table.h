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

// A row of a table with a column "Datum", or a heading above it that names the term.
struct DateTableLine {
  enum class Kind : std::uint8_t { heading, header, row };
  Kind kind = Kind::row;
  std::uint32_t line = 0;
  std::vector<std::string> cells;  // one for a heading
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

DateTables read_date_tables(const Document& document, std::span<const DateTableLine> lines,
                            const std::optional<TermFrame>& term);

}  // namespace traff
