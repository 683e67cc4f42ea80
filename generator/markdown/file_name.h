// What a file's path says of its content.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// Whether `---` alone on a line breaks slides: a file in a folder of presentations.
bool is_presentation_path(std::string_view path);

// "3-perspektiv.md" → "Perspektiv"; "" for a name that is mostly hexadecimal digits.
std::string readable_file_name(std::string_view path);

}  // namespace traff
