// A table with a column Datum is a list of occasions; the heading above it may give the term.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "course/body_facts.h"
#include "course/course.h"
#include "markdown/document.h"

namespace traff {

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
