// Colours as authors write them, and how well one can be read on another (WCAG 2.2, contrast ratio).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace traff {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  bool operator==(const Colour&) const = default;
};

inline constexpr Colour black{0, 0, 0};
inline constexpr Colour white{255, 255, 255};

// "#8e2a1c", "#82c" or one of the names of colour_names, between quotation marks or not; nothing for anything else.
std::optional<Colour> parse_colour(std::string_view text);

// For a message: "röd, orange, …", in the language's order.
std::string colour_names_sv();
std::string colour_names_en();

std::string to_hex(const Colour& colour);  // "#8e2a1c"

// 1 … 21, the same whichever is given first.
double contrast_ratio(const Colour& one, const Colour& other);

// So many hundredths of `other` in `colour`.
Colour mixed(const Colour& colour, const Colour& other, int hundredths);

}  // namespace traff
