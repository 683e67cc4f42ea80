// Marks the dates of the old year in running text, and leaves links and addresses alone.
#pragma once

#include <string>
#include <string_view>

#include "skeleton/next_year.h"

namespace traff {

// Adds what it marks to `marked`.
std::string mark_dates_in_line(std::string_view line, const YearStep& step, std::size_t& marked);

// A whole value or cell, when it names a day of the old year; else as mark_dates_in_line. `frame`: gives years.
std::string mark_value(std::string_view value, const TermFrame& frame, const YearStep& step, std::size_t& marked);

bool overlaps(const TermFrame& a, const TermFrame& b);

}  // namespace traff
