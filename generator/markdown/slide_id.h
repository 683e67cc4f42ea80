// The address of one slide of a presentation: "bild-7".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace traff {

std::string slide_id(std::uint32_t number);

// 7 for "bild-7", 0 for anything else.
std::uint32_t slide_number(std::string_view id);

// Whether a heading's id is a slide's, or becomes one when it is numbered because it is taken.
bool may_be_slide_id(std::string_view id);

}  // namespace traff
