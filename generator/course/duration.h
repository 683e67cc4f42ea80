// How long something takes, as people type it.
#pragma once

#include <optional>
#include <string_view>

namespace traff {

struct Duration {
  int least_minutes = 0;
  int most_minutes = 0;
  bool operator==(const Duration&) const = default;
};

// "20 min", "20–30 min", "1,5 h", "1 ½ h", "1½ timme", "en timme", "90 minuter per grupp", "cirka 20-30 minuter",
// "2 tim 15 min". Nothing when it is no length, when it is zero or runs backwards.
std::optional<Duration> parse_duration(std::string_view value);

}  // namespace traff
