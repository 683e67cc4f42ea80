// A site's own colour (`färg:`) in place of the theme's red: shades for light and dark in which text can be read, as
// an addition to the style sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

struct Accent {
  std::string css;                       // empty when the theme keeps its own colour
  std::optional<Diagnostic> diagnostic;  // F55 no colour, F56 too pale to be read; its place is for the caller to say
};

// `style_sheet` says what the colour stands on: its `--paper` and `--leaf`, light first, dark after.
Accent make_accent(std::string_view value, std::string_view style_sheet);

// Colours as authors write them, and how well one can be read on another (WCAG 2.2, contrast ratio).

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
Words colour_names();

std::string to_hex(const Colour& colour);  // "#8e2a1c"

// 1 … 21, the same whichever is given first.
double contrast_ratio(const Colour& one, const Colour& other);

// So many hundredths of `other` in `colour`.
Colour mixed(const Colour& colour, const Colour& other, int hundredths);

}  // namespace traff
