// Characters without width that pasted text carries: soft hyphens, zero-width spaces, byte order marks.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// For keys, addresses and headings: none of them is kept.
std::string without_invisible(std::string_view text);

// For running text: a soft hyphen is kept where it stands between letters.
std::string without_useless_invisible(std::string_view text);

bool may_hold_invisible(std::string_view text);

}  // namespace traff
