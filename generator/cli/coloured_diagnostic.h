// A message on a terminal: its place, its severity and its code stand out.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

// As format_diagnostic, with the escapes of ANSI terminals around the three.
std::string coloured_diagnostic(const Diagnostic& diagnostic, Language language, std::string_view prefix);

}  // namespace traff
