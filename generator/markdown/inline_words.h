// The words of finished inline HTML with their places in it: one line of text, entities read, tags gone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace traff {

struct InlineWords {
  std::string text;                  // U+0001 for code, links, images and anything else that is no plain words
  std::vector<std::uint32_t> begin;  // of each byte's character, in the HTML
  std::vector<std::uint32_t> end;
};

// Cost: linear in the range.
InlineWords inline_words(std::string_view html, Range range);

// Moves the ends of a range that cuts through <em>, <strong> or <del> so that it no longer does: inwards at the
// beginning, outwards at the end. False when that cannot be done.
bool balance_tags(std::string_view html, Range& range);

}  // namespace traff
