// A file of text that a page links to: a table from a spreadsheet, a calendar, contacts. What may not be said of people
// on a page may not be said there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

// By its name: .csv, .tsv, .txt, .vcf, .ics, .json, .html, .xml and the like.
bool is_text_file(std::string_view path);

// F9 and U1 to U4 as on a page, and S44. Bytes that are not UTF-8 are read as Windows' own or as UTF-16. Cost: linear
// in the file; of a large one the first megabytes are looked at.
std::vector<Diagnostic> check_text_file(std::string_view path, std::string_view bytes);

}  // namespace traff
