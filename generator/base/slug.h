// Names for addresses and heading ids: ASCII, lower case, stable.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// "Träff 2: Kollegialt lärande" → "traff-2-kollegialt-larande"; å ä → a, ö → o, other letters by
// their base letter, every run of anything else one '-'. May be empty.
std::string slug(std::string_view text);

// A file name part: as slug, but keeps '.' and '_' and never strips an extension's dot.
std::string slug_file_name(std::string_view name);

}  // namespace traff
