// "Menade du …": the known name closest to what was typed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace traff {

// Least Damerau–Levenshtein distance in code points; at most a third of the longer word, and at
// most 2. Nothing when two candidates are equally near. Cost: candidates × lengths.
std::optional<std::string_view> nearest_name(std::string_view typed, std::span<const std::string_view> known);

std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace traff
