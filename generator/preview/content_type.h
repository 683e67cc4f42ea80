// What a file is, told by its name, as a web server says it.
#pragma once

#include <string_view>

namespace traff {

// "a/b.html" → "text/html; charset=utf-8"; "application/octet-stream" for what is not known.
std::string_view content_type_of(std::string_view path);

}  // namespace traff
