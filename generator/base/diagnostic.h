// What an author should know about the content: where, what was found, what to write instead.
// The words live in the message catalogue under `code`, so a diagnostic is small, can be cached
// and can be printed in either language without opening a file.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace traff {

enum class Severity : std::uint8_t { error, warning, hint };  // Fel, Varning, Tips

struct Place {
  std::string path;          // as SourceText::path
  std::uint32_t line = 0;    // 1-based; 0 means the whole file
  std::uint32_t column = 0;  // 1-based, in code points; 0 means the whole line
  std::uint32_t length = 0;  // code points under the caret; 0 counts as 1
  auto operator<=>(const Place&) const = default;
};

struct Diagnostic {
  std::string code;               // a code of the message catalogue, such as "F1"
  Place place;
  std::string line;               // the author's line at `place`, without its line end
  std::vector<std::string> args;  // fill {0}, {1} … of the catalogue's texts
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace traff
