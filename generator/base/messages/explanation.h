// What a code means, for whoever has met it: the catalogue's words, and its section of docs/diagnostics.md, which the
// program carries with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

struct CodeExample {
  bool is_wrong = false;  // gives the message; else the same put right
  std::string text;       // whole lines
};

struct CodeExplanation {
  std::string code;
  Severity severity = Severity::error;
  std::string message;  // with "…" for what differs from case to case
  std::string cure;
  std::string title;                    // of the section; as what follows it is in Swedish
  std::vector<std::string> paragraphs;  // a line each
  std::vector<CodeExample> examples;
};

// A letter and some digits, in either case.
bool looks_like_code(std::string_view typed);

// Every code there is, by letter and number.
std::vector<std::string> code_names();

// "t4" is T4. Nothing when there is no such code. Cost: a look through the document.
std::optional<CodeExplanation> explain_code(std::string_view typed, Language language);

}  // namespace traff
