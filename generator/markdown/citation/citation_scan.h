// Where in running text something is written as a reference to a work (docs/content-format.md, "Källhänvisningar").
// Whether there is such a work is known later.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/citation/citation.h"

namespace traff {

struct FoundCitation {
  Citation citation;  // offsets of its words: bytes into the text
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string said;             // what a message calls it: "Katz & Dack (2017)"
  std::size_t shown_begin = 0;  // of the words a message points at
  std::size_t shown_end = 0;
};

// In order, without overlaps. `text` is a paragraph on one line, with U+0001 for what no citation runs across.
// Cost: linear.
std::vector<FoundCitation> find_citations(std::string_view text);

// "(Timperley & Parr," at the end of a paragraph: where the parenthesis begins; npos when there is none.
std::size_t find_open_citation(std::string_view text);

}  // namespace traff
