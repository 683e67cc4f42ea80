// The words of `status` that keep a page from being published.
#pragma once

#include <string_view>

namespace traff {

// "utkast" or "draft", whatever its case. Asked wherever a status may stand, also where the lines around it cannot be
// read.
bool is_draft_status(std::string_view status);

}  // namespace traff
