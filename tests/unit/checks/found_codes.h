// What the checks of one page say of a text, as codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/page_checks.h"
#include "markdown/parse_document.h"

namespace traff::testing {

using Codes = std::vector<std::string>;

inline std::vector<Diagnostic> findings_of(std::string_view text, std::string_view path = "sida.md") {
  const SourceText source{std::string(path), {}, std::string(text)};
  return check_page(source, Language::sv, parse_document(source, {}));
}

inline Codes codes_of(std::string_view text, std::string_view path = "sida.md") {
  Codes codes;
  for (const Diagnostic& diagnostic : findings_of(text, path)) codes.push_back(diagnostic.code.name());
  return codes;
}

inline bool says(std::string_view code, std::string_view text, std::string_view path = "sida.md") {
  for (const std::string& found : codes_of(text, path)) {
    if (found == code) return true;
  }
  return false;
}

}  // namespace traff::testing
