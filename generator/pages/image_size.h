// How wide and high a picture is, so that a browser can keep room for it before it has come.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace traff {

struct ImageSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool operator==(const ImageSize&) const = default;
};

// Of a PNG, or an SVG that says it in its viewBox, width and height; nothing for others. Cost: looks at the beginning only.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace traff
