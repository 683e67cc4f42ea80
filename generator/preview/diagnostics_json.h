// What is said about the content, as the browser reads it:
//
//   {"site": …, "notes": …, "language": "sv", "failure": null | "…",
//    "counts": {"page": {"error": 0, "warning": 1, "hint": 2}, "site": {…}},
//    "page": [{"path", "line", "column", "severity", "word", "code", "message", "hint", "text", "address"} …],
//    "others": [ … ], "left_out": 0}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "preview/editions.h"

namespace traff {

// "page" has what belongs to `page` (an address in the site), in the order of the file; "others" the rest, worst
// first, and of these only the first 200. Without `page` everything is in "others".
std::string diagnostics_json(const Edition& edition, const std::optional<std::string>& page);

// Fel, Varning and Tips of the whole site, as a sentence for the terminal.
std::string counted_in_words(const BuildReport& report, Language language);

}  // namespace traff
