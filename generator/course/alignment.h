// Two versions of a list side by side: what both have stands together, in one order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct AlignedPair {
  std::optional<std::size_t> before;  // nothing: added
  std::optional<std::size_t> after;   // nothing: removed
  bool operator==(const AlignedPair&) const = default;
};

// Every item of both once; between two that are in both, the removed stand before the added. As many as possible stay
// together, but of lists that differ over a long way only those that are quick to find. Cost: linear.
std::vector<AlignedPair> align(std::span<const std::string_view> before, std::span<const std::string_view> after);

}  // namespace traff
