#include "theme/accent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/content_id.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr double for_text = 4.5;        // WCAG 1.4.3
constexpr double for_marks = 3;         // WCAG 1.4.11
constexpr double easy_in_the_dark = 7;  // light letters on dark look thinner

// What stands behind text: the page, and boxes on it.
struct Ground {
  Colour paper;
  Colour leaf;
};

double contrast_on(const Ground& ground, const Colour& colour) {
  return std::min(contrast_ratio(colour, ground.paper), contrast_ratio(colour, ground.leaf));
}

std::vector<Colour> declared(std::string_view css, std::string_view name) {
  std::vector<Colour> colours;
  const std::string declaration = std::string(name) + ":";
  for (std::size_t at = css.find(declaration); at != std::string_view::npos; at = css.find(declaration, at)) {
    at += declaration.size();
    constexpr std::size_t longest = 40;
    const std::string_view value = css.substr(at, longest);
    const auto colour = parse_colour(value.substr(0, value.find_first_of(";}")));
    if (colour) colours.push_back(*colour);
  }
  return colours;
}

// A theme that names no such colours is taken to be white and black.
Ground ground_of(std::string_view css, bool dark) {
  const auto of = [&](std::string_view name) {
    const std::vector<Colour> colours = declared(css, name);
    if (dark) return colours.size() > 1 ? colours[1] : black;
    return colours.empty() ? white : colours[0];
  };
  return {of("--paper"), of("--leaf")};
}

// The first mixture, with ever more of `other`, that the page may use; `other` itself when none may.
template <typename Test>
Colour first_mixture(const Colour& colour, const Colour& other, Test may_be_used) {
  for (int hundredths = 0; hundredths < 100; ++hundredths) {
    const Colour mixture = mixed(colour, other, hundredths);
    if (may_be_used(mixture)) return mixture;
  }
  return other;
}

// Behind what is most important: the page with a little of the colour in it.
Colour tint(const Ground& ground, const Colour& colour, const Colour& letters, int hundredths) {
  const Colour strongest = mixed(ground.paper, colour, hundredths);
  return first_mixture(strongest, ground.paper,
                       [&](const Colour& mixture) { return contrast_ratio(letters, mixture) >= for_text; });
}

std::string declarations(const Colour& letters, const Colour& bar, const Colour& behind) {
  return "--red: " + to_hex(letters) + "; --bar: " + to_hex(bar) + "; --blush: " + to_hex(behind) + ";";
}

std::string light_declarations(const Ground& ground, const Colour& colour) {
  return declarations(colour, colour, tint(ground, colour, colour, 9));
}

std::string dark_declarations(const Ground& ground, const Colour& colour) {
  const Colour letters = first_mixture(
      colour, white, [&](const Colour& mixture) { return contrast_on(ground, mixture) >= easy_in_the_dark; });
  const Colour bar = first_mixture(colour, white, [&](const Colour& mixture) {
    const bool is_seen = contrast_ratio(mixture, ground.paper) >= for_marks;
    const bool is_limit = contrast_ratio(mixed(mixture, white, 2), white) < for_text;
    return is_seen || is_limit;
  });
  return declarations(letters, bar, tint(ground, colour, letters, 18));
}

// Rounded down: what is told as 4.5 is enough.
Words ratio_words(double ratio) {
  const int tenths = static_cast<int>(ratio * 10);
  return tenths / 10 + Words(",", ".") + tenths % 10;
}

Diagnostic too_pale(std::string_view value, const Ground& ground, const Colour& colour) {
  const double ratio = contrast_on(ground, colour);
  const Colour darker =
      first_mixture(colour, black, [&](const Colour& mixture) { return contrast_on(ground, mixture) >= for_text; });
  return {code::F56(value, ratio_words(ratio), to_hex(darker))};
}

}  // namespace

Accent make_accent(std::string_view value, std::string_view style_sheet) {
  const auto colour = parse_colour(value);
  if (!colour) return {{}, Diagnostic{code::F55(value, colour_names())}};
  const Ground light = ground_of(style_sheet, false), dark = ground_of(style_sheet, true);
  if (contrast_on(light, *colour) < for_text) return {{}, too_pale(value, light, *colour)};
  return {"\n/* The site's own colour */\n:root { " + light_declarations(light, *colour) +
              " }\n@media (prefers-color-scheme: dark) { :root { " + dark_declarations(dark, *colour) + " } }\n\n",
          std::nullopt};
}

namespace {

struct NamedColour {
  std::string_view swedish;
  std::string_view english;
  Colour colour;
};

// Each can be read on the theme's own paper, which a test holds.
constexpr std::array named_colours{
    NamedColour{"röd", "red", {0x8e, 0x2a, 0x1c}},          NamedColour{"vinröd", "burgundy", {0x7a, 0x1f, 0x3d}},
    NamedColour{"brun", "brown", {0x6b, 0x42, 0x26}},       NamedColour{"grön", "green", {0x2b, 0x5d, 0x34}},
    NamedColour{"turkos", "turquoise", {0x0f, 0x5e, 0x63}}, NamedColour{"blå", "blue", {0x1f, 0x4e, 0x8c}},
    NamedColour{"lila", "purple", {0x5c, 0x32, 0x7f}},      NamedColour{"grå", "grey", {0x4a, 0x4f, 0x57}},
};

std::optional<Colour> parse_hex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  std::array<int, 6> values{};
  for (std::size_t i = 0; i < 6; ++i) {
    values[i] = hex_value(digits[digits.size() == 3 ? i / 2 : i]);
    if (values[i] < 0) return std::nullopt;
  }
  const auto part = [&](std::size_t at) { return static_cast<std::uint8_t>(values[at] * 16 + values[at + 1]); };
  return Colour{part(0), part(2), part(4)};
}

// As one writes it where # begins a comment.
std::string_view without_quotes(std::string_view text) {
  const bool is_quoted =
      text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return is_quoted ? trim(text.substr(1, text.size() - 2)) : text;
}

double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string joined(std::string_view NamedColour::* name) {
  std::string names;
  for (const NamedColour& named : named_colours) names += (names.empty() ? "" : ", ") + std::string(named.*name);
  return names;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  text = without_quotes(trim(text));
  if (text.starts_with('#')) return parse_hex(text.substr(1));
  const std::string folded = fold(text);
  const auto found = std::ranges::find_if(named_colours, [&](const NamedColour& named) {
    return fold(named.swedish) == folded || named.english == folded;
  });
  return found == named_colours.end() ? std::nullopt : std::optional(found->colour);
}

Words colour_names() { return {joined(&NamedColour::swedish), joined(&NamedColour::english)}; }

std::string to_hex(const Colour& colour) {
  const std::array<std::uint8_t, 3> parts{colour.red, colour.green, colour.blue};
  return "#" + hex({reinterpret_cast<const char*>(parts.data()), parts.size()});
}

double contrast_ratio(const Colour& one, const Colour& other) {
  const auto [darker, lighter] =
      std::minmax({luminance(one), luminance(other)});  // the list, for values and no references
  return (lighter + 0.05) / (darker + 0.05);
}

Colour mixed(const Colour& colour, const Colour& other, int hundredths) {
  const auto part = [&](std::uint8_t own, std::uint8_t added) {
    return static_cast<std::uint8_t>((own * (100 - hundredths) + added * hundredths + 50) / 100);
  };
  return {part(colour.red, other.red), part(colour.green, other.green), part(colour.blue, other.blue)};
}

}  // namespace traff
