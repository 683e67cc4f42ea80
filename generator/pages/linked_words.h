// An author's value as HTML: web and mail addresses in it become links.
#pragma once

#include <string>
#include <string_view>

namespace traff {

std::string linked_words(std::string_view value);

}  // namespace traff
