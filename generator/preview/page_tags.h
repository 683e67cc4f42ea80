// The two lines a served page has and its file has not: what reloads it and shows mistakes on it.
#pragma once

#include <string>
#include <string_view>

#include "preview/editions.h"

namespace traff {

// `address` of the page in the site. The edition must be from before the page was read.
std::string with_preview_tags(std::string html, std::string_view address, const Edition& edition);

}  // namespace traff
