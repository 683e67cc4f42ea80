// The HTML of cmark-gfm's own renderer for a repaired text, with the documented differences (docs/content-format.md,
// "Skillnader mot vanlig Markdown") made in its tree where that is the place to make them.
// What versions of the library write differently is as 0.29.0.gfm.6 writes it.
#pragma once

#include <string>

#include "markdown/repair/repair.h"

namespace traff {

std::string library_html(const RepairedText& text);

}  // namespace traff
