// `litteratur.json`: a list of works as reference managers export it (CSL-JSON), written as the Markdown an author
// would have typed. From there on it is a literature page like any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

// Whether a file of the content is such a list: `litteratur.json`, `litteraturlista.json`.
bool is_literature_json(std::string_view path);

struct CslMarkdown {
  std::string text;  // a title and a list in the order of APA; the title alone when the file cannot be read
  std::vector<Diagnostic> diagnostics;  // R10
};

// Cost: n log n in the entries.
CslMarkdown csl_markdown(std::string_view path, std::string_view json, Language language);

}  // namespace traff
