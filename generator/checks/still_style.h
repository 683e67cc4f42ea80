// The addresses and the CSS in a picture, read as a browser reads them: whether they fetch anything from elsewhere.
// What is not certain counts as if it did.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// Without spaces and line ends, and with small letters.
std::string plain_address(std::string_view address);

// Of a plain address: in the file itself or a neighbour.
bool is_at_home(std::string_view address);

// Of a style sheet, or of an attribute that may hold style. Cost: linear, whatever the text.
bool is_still_style(std::string_view style);

}  // namespace traff
