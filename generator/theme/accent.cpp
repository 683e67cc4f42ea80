#include "theme/accent.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "theme/colour.h"

namespace traff {

namespace {

constexpr double for_text = 4.5;       // WCAG 1.4.3
constexpr double for_marks = 3;        // WCAG 1.4.11
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
  return first_mixture(strongest, ground.paper, [&](const Colour& mixture) { return contrast_ratio(letters, mixture) >= for_text; });
}

std::string declarations(const Colour& letters, const Colour& bar, const Colour& behind) {
  return "--red: " + to_hex(letters) + "; --bar: " + to_hex(bar) + "; --blush: " + to_hex(behind) + ";";
}

std::string light_declarations(const Ground& ground, const Colour& colour) {
  return declarations(colour, colour, tint(ground, colour, colour, 9));
}

std::string dark_declarations(const Ground& ground, const Colour& colour) {
  const Colour letters = first_mixture(colour, white, [&](const Colour& mixture) { return contrast_on(ground, mixture) >= easy_in_the_dark; });
  const Colour bar = first_mixture(colour, white, [&](const Colour& mixture) {
    const bool is_seen = contrast_ratio(mixture, ground.paper) >= for_marks;
    const bool is_limit = contrast_ratio(mixed(mixture, white, 2), white) < for_text;
    return is_seen || is_limit;
  });
  return declarations(letters, bar, tint(ground, colour, letters, 18));
}

// Rounded down: what is told as 4.5 is enough.
std::string ratio_words(double ratio, char point) {
  const int tenths = static_cast<int>(ratio * 10);
  return std::to_string(tenths / 10) + point + std::to_string(tenths % 10);
}

Diagnostic too_pale(std::string_view value, const Ground& ground, const Colour& colour) {
  const double ratio = contrast_on(ground, colour);
  const Colour darker = first_mixture(colour, black, [&](const Colour& mixture) { return contrast_on(ground, mixture) >= for_text; });
  return {"F56", {}, {}, {std::string(value), ratio_words(ratio, ','), ratio_words(ratio, '.'), to_hex(darker)}};
}

}  // namespace

Accent make_accent(std::string_view value, std::string_view style_sheet) {
  const auto colour = parse_colour(value);
  if (!colour) return {{}, Diagnostic{"F55", {}, {}, {std::string(value), colour_names_sv(), colour_names_en()}}};
  const Ground light = ground_of(style_sheet, false), dark = ground_of(style_sheet, true);
  if (contrast_on(light, *colour) < for_text) return {{}, too_pale(value, light, *colour)};
  return {"\n/* The site's own colour */\n:root { " + light_declarations(light, *colour) +
              " }\n@media (prefers-color-scheme: dark) { :root { " + dark_declarations(dark, *colour) + " } }\n\n",
          std::nullopt};
}

}  // namespace traff
