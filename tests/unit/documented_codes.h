// docs/diagnostics.md as a test reads it: a section for each code, with examples that can be built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/temporary_folder.h"

namespace traff::testing {

// A fenced block "```markdown fel" or "```markdown rätt".
struct DocumentedExample {
  bool is_wrong = false;
  FilesByPath files;  // one "sida.md" when the block names none
};

// A "## F1 Fel veckodag" and what follows it.
struct DocumentedCode {
  std::string code;
  std::string title;
  std::string words;  // the text, examples left out
  std::vector<DocumentedExample> examples;
};

std::vector<DocumentedCode> read_documented_codes(std::string_view markdown);

}  // namespace traff::testing
