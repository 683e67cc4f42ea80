// What a request's target means inside the site.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace traff {

// "/a%20b/../c/?q" → "c/": without the query, percent-decoded, "." and ".." worked out, no '/' at the beginning; one
// at the end stays. Nothing for a path that leaves the site, has a name beginning with '.', or is not
// well-formed UTF-8 without control characters.
std::optional<std::string> site_path_of(std::string_view target);

// "c d/" → "c%20d/", for an address.
std::string percent_encoded(std::string_view path);

}  // namespace traff
