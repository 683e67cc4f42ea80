// A table with a column Datum is a list of occasions; the heading above it may give the term.
#pragma once

#include <vector>

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

DateTables read_date_tables(const Document& document, const DocumentBody& body, const std::optional<TermFrame>& term);

}  // namespace traff
