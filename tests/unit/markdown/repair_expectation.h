// What the tests of the repairs ask for: the text after them, and their messages as short lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/repair/repair.h"

namespace traff {

inline std::string repaired(std::string_view text) { return repair("sida.md", text, 1, {}).text; }

// "S7 3:0+0 a|b": code, line, column, length, arguments (in English too when they differ).
inline std::string short_form(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  std::string form = diagnostic.code.name() + " " + std::to_string(place.line) + ":" + std::to_string(place.column) +
                     "+" + std::to_string(place.length);
  for (std::size_t i = 0; i < diagnostic.args.size(); ++i) {
    const Words& words = diagnostic.args[i];
    form += (i == 0 ? " " : "|") + words.sv + (words.en == words.sv ? "" : "|" + words.en);
  }
  return form;
}

inline std::vector<std::string> short_forms(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> forms;
  for (const Diagnostic& diagnostic : diagnostics) forms.push_back(short_form(diagnostic));
  return forms;
}

inline std::vector<std::string> messages(std::string_view text) {
  return short_forms(repair("sida.md", text, 1, {}).diagnostics);
}

}  // namespace traff
