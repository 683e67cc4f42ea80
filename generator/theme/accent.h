// A site's own colour (`färg:`) in place of the theme's red: shades for light and dark in which text can be read, as
// an addition to the style sheet.
#pragma once

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

}  // namespace traff
