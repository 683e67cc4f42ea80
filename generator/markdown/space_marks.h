// Option+Space on a Swedish Mac writes a no-break space beside the keys for brackets and bars, and Markdown's
// marks need an ordinary one (T11).
#pragma once

#include <string>
#include <string_view>

namespace traff {

// The line with ordinary spaces where it begins and after the marks there (# > - * + | 1.), around the bars of a
// table row, and none at its end. No-break spaces between words stay.
std::string space_marks(std::string_view line);

}  // namespace traff
