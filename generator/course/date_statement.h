// When a träff is, as a letter or table says it in passing: "Träff 2 är den 6 december".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/calendar_date.h"

namespace traff {

struct DateStatement {
  std::string meeting;  // its number
  FoundDate date;       // offset and length in `sentence`
  std::string_view sentence;
};

// Sentences of `text` that name one träff and one day, and are not about a deadline ("senast", "inför Träff 2").
// Views point into `text`. Cost: linear.
std::vector<DateStatement> find_date_statements(std::string_view text, const std::optional<TermFrame>& term);

// The same for a table's row, which is one statement however many cells it has.
std::optional<DateStatement> read_date_statement(std::string_view sentence, const std::optional<TermFrame>& term);

}  // namespace traff
