// The day on this computer. Nothing but `traff check` asks: a site never depends on when it was built.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace traff {

Date today();

// "2019-10-10"; nothing for anything else.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace traff
