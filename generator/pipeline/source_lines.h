// The author's own line for diagnostics found after parsing, when the text itself had been put away.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

// What a diagnostic knows of its line may be the words alone, without marks and quotes: the words under its caret
// are looked for where they stand in the file, at the line or further down the same paragraph.
// `read` gives a file's bytes. Cost: one read for each run of diagnostics of one file.
void show_source_lines(std::vector<Diagnostic>& diagnostics,
                       const std::function<std::string(const std::string& path)>& read);

}  // namespace traff
