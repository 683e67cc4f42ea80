// The years and the place in the work that a citation ends with: "2015, 2016", "2017, s. 3–5", "2019:45".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct CitedYear {
  std::string year;  // "2017", "2017b", "u.å.", "i tryck"
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct CitedYears {
  std::vector<CitedYear> years;  // at least one
  std::string locator;           // belongs to the last
  std::size_t end = 0;           // after the locator
};

// A year that begins at `at`; not part of a date, a period of years or a longer number.
std::optional<CitedYear> cited_year_at(std::string_view text, std::size_t at);

std::optional<CitedYears> cited_years_at(std::string_view text, std::size_t at);

}  // namespace traff
