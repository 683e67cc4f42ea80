// What an author should know about the content: where, what was found, what to write instead.
#pragma once

#include <compare>
#include <cstdint>
#include <exception>
#include <string>
#include <utility>

#include "base/message.h"

namespace traff {

enum class Severity : std::uint8_t { error, warning, hint };  // Fel, Varning, Tips

struct Place {
  std::string path;          // as SourceText::path
  std::uint32_t line = 0;    // 1-based; 0 means the whole file
  std::uint32_t column = 0;  // 1-based, in code points; 0 means the whole line
  std::uint32_t length = 0;  // code points under the caret; 0 counts as 1
  auto operator<=>(const Place&) const = default;
};

struct Diagnostic : Message {
  Place place = {};
  std::string line = {};  // the author's line at `place`, without its line end
  bool operator==(const Diagnostic&) const = default;
};

// The world failed: disk full, no permission, no such revision. Thrown by the two doors, the grounds they stand on,
// pipeline/ and preview/; caught once in main, which prints the catalogue's text and exits with 2.

struct Failure : std::exception, Message {  // a W code; by habit {0} is the path, {1} the cause
  Failure(Message message) : Message(std::move(message)) {}
  const char* what() const noexcept override { return code.c_str(); }
};

}  // namespace traff
