// What an author should know about the content: where, what was found, what to write instead.
// The words live in the message catalogue under `code`, so a diagnostic is small, can be cached
// and can be printed in either language without opening a file.
#pragma once

#include <compare>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
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
  std::string code;  // a code of the message catalogue, such as "F1"
  Place place;
  std::string line;               // the author's line at `place`, without its line end
  std::vector<std::string> args;  // fill {0}, {1} … of the catalogue's texts
  bool operator==(const Diagnostic&) const = default;
};

// The world failed: disk full, no permission, no such revision. Thrown by git/, source/,
// output/ and preview/ only, caught once in main, which prints the catalogue's text and exits with 2.

struct Failure : std::exception {
  std::string code;               // a W code of the message catalogue
  std::vector<std::string> args;  // fill {0}, {1} … ; by habit {0} is the path, {1} the cause

  Failure(std::string code_, std::vector<std::string> args_) : code(std::move(code_)), args(std::move(args_)) {}
  const char* what() const noexcept override { return code.c_str(); }
};

// The two languages the program speaks.

enum class Language : std::uint8_t { sv, en };

inline std::string_view language_tag(Language language) { return language == Language::sv ? "sv" : "en"; }

// "sv", "sv-SE", "svenska" … and the same for English; nothing else.
std::optional<Language> parse_language(std::string_view text);

}  // namespace traff
