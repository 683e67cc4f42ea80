#include "theme/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

struct NamedColour {
  std::string_view swedish;
  std::string_view english;
  Colour colour;
};

// Each can be read on the theme's own paper, which a test holds.
constexpr std::array named_colours{
    NamedColour{"röd", "red", {0x8e, 0x2a, 0x1c}},        NamedColour{"vinröd", "burgundy", {0x7a, 0x1f, 0x3d}},
    NamedColour{"brun", "brown", {0x6b, 0x42, 0x26}},     NamedColour{"grön", "green", {0x2b, 0x5d, 0x34}},
    NamedColour{"turkos", "turquoise", {0x0f, 0x5e, 0x63}}, NamedColour{"blå", "blue", {0x1f, 0x4e, 0x8c}},
    NamedColour{"lila", "purple", {0x5c, 0x32, 0x7f}},    NamedColour{"grå", "grey", {0x4a, 0x4f, 0x57}},
};

std::optional<int> hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<Colour> parse_hex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  std::array<int, 6> values{};
  for (std::size_t i = 0; i < 6; ++i) {
    const auto value = hex_value(digits[digits.size() == 3 ? i / 2 : i]);
    if (!value) return std::nullopt;
    values[i] = *value;
  }
  const auto part = [&](std::size_t at) { return static_cast<std::uint8_t>(values[at] * 16 + values[at + 1]); };
  return Colour{part(0), part(2), part(4)};
}

// As one writes it where # begins a comment.
std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return is_quoted ? trim(text.substr(1, text.size() - 2)) : text;
}

double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string joined(std::string_view NamedColour::*name) {
  std::string names;
  for (const NamedColour& named : named_colours) names += (names.empty() ? "" : ", ") + std::string(named.*name);
  return names;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  text = without_quotes(trim(text));
  if (text.starts_with('#')) return parse_hex(text.substr(1));
  const std::string folded = fold(text);
  const auto found = std::ranges::find_if(named_colours, [&](const NamedColour& named) { return fold(named.swedish) == folded || named.english == folded; });
  return found == named_colours.end() ? std::nullopt : std::optional(found->colour);
}

std::string colour_names_sv() { return joined(&NamedColour::swedish); }
std::string colour_names_en() { return joined(&NamedColour::english); }

std::string to_hex(const Colour& colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    text += digits[part / 16];
    text += digits[part % 16];
  }
  return text;
}

double contrast_ratio(const Colour& one, const Colour& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});  // the list, for values and no references
  return (lighter + 0.05) / (darker + 0.05);
}

Colour mixed(const Colour& colour, const Colour& other, int hundredths) {
  const auto part = [&](std::uint8_t own, std::uint8_t added) { return static_cast<std::uint8_t>((own * (100 - hundredths) + added * hundredths + 50) / 100); };
  return {part(colour.red, other.red), part(colour.green, other.green), part(colour.blue, other.blue)};
}

}  // namespace traff
