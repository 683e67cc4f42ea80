// The names before a citation's year, read from the year backwards.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/citation.h"

namespace traff {

struct CitedNames {
  Citation citation;         // its words, whose offsets are bytes into the text, and what follows from them
  std::size_t begin = 0;     // of the first word
  std::size_t names_begin = 0;  // of what looks like the names, for messages
  bool from_start = false;   // everything from `start` on was read
};

// The words of text[start, end), at most some ten. `in_parenthesis`: the names follow "(" or ";", perhaps after "se",
// "fritt efter" …, where the reading stops. No words when nothing there can be a name. Cost: the words read.
CitedNames cited_names_before(std::string_view text, std::size_t start, std::size_t end, bool in_parenthesis);

}  // namespace traff
