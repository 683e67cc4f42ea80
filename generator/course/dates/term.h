// The school year or term that gives the year of dates written without one.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace traff {

struct TermFrame {
  Date first;  // 2019-07-01 for läsår 2019/2020 and HT 2019; 2020-01-01 for VT 2020
  Date last;   // 2020-07-31 for läsår 2019/2020; 2020-01-31 for HT 2019; 2020-07-31 for VT 2020
  bool operator==(const TermFrame&) const = default;
};

// "2019/2020", "2019/20", "2019-2020", "läsåret 2019/2020", "HT 2022", "Ht-22", "ht22", "VT 2023", "2022" (calendar
// year), "HT 2022–VT 2023". Nothing otherwise.
std::optional<TermFrame> parse_term(std::string_view text);

// Whether a text is of one half of a school year: "HT 2022", "vårterminen 2023, onsdagar", but not "HT 2022–VT 2023".
bool is_semester(std::string_view text);

}  // namespace traff
