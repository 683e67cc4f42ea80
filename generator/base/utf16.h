// Text as JavaScript sees it: UTF-16 units, its own white space, its own lower case. Where search and browser must agree.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// `text` must be well-formed UTF-8.
std::u16string to_utf16(std::string_view text);

// String.prototype.toLowerCase of the whole string: every special case of Unicode, none of a language. U+0130 becomes
// two units, Σ at the end of a word ς.
std::u16string to_utf16_lower(std::string_view text);

// A surrogate without its other half becomes U+FFFD.
void append_utf8(std::string& out, std::u16string_view text);
std::string to_utf8(std::u16string_view text);

inline bool is_surrogate(char16_t unit) { return (unit & 0xF800) == 0xD800; }
inline bool is_high_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
inline bool is_low_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

}  // namespace traff
