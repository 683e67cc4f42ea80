// What looks like a person's name.
#pragma once

#include <string_view>

namespace traff {

// One of the usual first names in Sweden, "Anna" or "Anna-Karin".
bool is_first_name(std::string_view word);

// Two or three capitalised words and nothing else: "Anna Karin Andersson", but also "Södra Vi".
bool looks_like_full_name(std::string_view text);

}  // namespace traff
