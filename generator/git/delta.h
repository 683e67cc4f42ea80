// An object told as another one and what to change in it, as packs hold most of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace traff {

struct DeltaSizes {
  std::size_t base = 0;
  std::size_t result = 0;
  std::size_t head = 0;  // how many bytes say so
};

// Nothing when `delta` does not begin so.
std::optional<DeltaSizes> read_delta_sizes(std::string_view delta);

// Writes exactly the result's size to `result`, which has room for it; false when the delta is damaged or not of
// `base`.
[[nodiscard]] bool apply_delta(std::string_view base, std::string_view delta, char* result);

}  // namespace traff
