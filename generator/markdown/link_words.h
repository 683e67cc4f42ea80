// What can be said of a link without following it: whether its address is safe, whether its words say where it leads.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// javascript:, data:, vbscript:, file: whatever the case and white space.
bool is_unsafe_address(std::string_view address);

// A scheme and a colon first ("https:", "mailto:"), or "//host".
bool has_scheme(std::string_view address);

// "här", "klicka här", "läs mer" …: words that say nothing on their own (S20).
bool says_nothing(std::string_view link_text);

// An address as it may stand in href="…": percent-encoded where HTML or URLs need it. The same as cmark's.
void append_href(std::string& out, std::string_view address);

}  // namespace traff
