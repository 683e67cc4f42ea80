// A C++ file read as far as the rules of the house need: its includes, its code without words for people, its functions
// and its variables that may change. It reads what clang-format has set: the brace of a body has a space before it, the
// brace of an initial value has none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace traff::testing {

struct CodeFile {
  std::string path;  // from the top of the repository: "generator/base/text.h"
  std::string text;
};

struct Include {
  std::size_t line = 0;  // counted from 1, as everywhere here
  std::string name;      // without its quotes or brackets
  bool is_quoted = false;
};

struct Function {
  std::size_t line = 0;
  std::size_t lines = 0;  // from its name to its last brace
  std::string name;       // "SiteFolder::write" is "write"
  std::string body;
};

struct Variable {
  std::size_t line = 0;
  std::string name;
};

struct SourceCode {
  std::vector<Include> includes;
  std::vector<std::string> lines;  // without comments, directives and the insides of strings
  std::vector<Function> functions;
  std::vector<Variable> lasting;  // variables that outlive a call and may change: globals, statics, thread_local
};
SourceCode read_source_code(std::string_view text);

bool is_part_of_word(char c);

// `word` stands in the code. One that ends with '_' or "::" is the beginning of words; one that ends with '(' is
// called, and not as the member of something.
bool has_word(std::string_view code, std::string_view word);

// "::open(…)": the C library, or the system, is called by a name from the top.
bool calls_the_system(std::string_view code);

}  // namespace traff::testing
