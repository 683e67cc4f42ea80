// A ring of steps as a drawing: boxes on a loop with arrows between them, clockwise from the top. It has no words for a
// screen reader; the list it is made from stands beside it.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace traff {

inline constexpr std::size_t fewest_cycle_steps = 3;
inline constexpr std::size_t most_cycle_steps = 7;

// One line of HTML and a line end. Nothing when a name does not fit its box in any size that can be read.
// Asserts that there are so many names as a ring has.
std::optional<std::string> cycle_svg(std::span<const std::string> names);

}  // namespace traff
