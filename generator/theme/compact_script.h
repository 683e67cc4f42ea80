// A script of our own as it is sent to readers: without comments, indentation and the spaces beside signs. Texts, templates
// and patterns stay as they are. It asks of the script what assets/ keeps to: a semicolon after each statement, // comments
// only, and no template inside a template.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// Cost: one pass.
std::string compact_script(std::string_view script);

}  // namespace traff
