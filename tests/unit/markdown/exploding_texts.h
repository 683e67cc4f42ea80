// Texts that make Markdown parsers explode in time, memory or output, after the reports against cmark, cmark-gfm and
// other parsers, and some of our own against the steps around the parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct ExplodingText {
  std::string_view name;
  std::string (*make)(std::size_t bytes);  // of about that size
};

const std::vector<ExplodingText>& exploding_texts();

}  // namespace traff
