// Where a long Swedish word may be broken at the end of a line, without a dictionary.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct WordBreak {
  std::size_t at = 0;     // byte offset: what stands before it ends the line
  bool is_joint = false;  // between two words of a compound, as far as its letters tell: "kvalitets-arbete"
};

// In order, never so that fewer than three letters stand alone. Where the author put soft hyphens they are the joints.
// Linear.
std::vector<WordBreak> word_breaks(std::string_view word);

// Words set in lines for a drawing, where nothing flows by itself: how wide text is, and how to break it so that every
// line fits its box in any of the reader's fonts.

// An upper bound for the common sans-serif fonts, in parts of the font's size. Soft hyphens count nothing.
double text_width(std::string_view text);

struct FittedLabels {
  int font_size = 0;
  std::vector<std::vector<std::string>> lines;  // of each label; soft hyphens gone
  std::size_t most_lines() const;
};

// All labels in one size, the largest of `sizes` in which each fits into `most_lines` lines of `width`. Whole words
// are tried in every size first, then words broken at the author's soft hyphens or, where there are none, as Swedish
// breaks words. Nothing when no size does. Cost: linear in the text for each size.
struct LabelSpace {
  double width = 0;
  std::size_t most_lines = 1;
  std::span<const int> sizes;  // falling
};
std::optional<FittedLabels> fit_labels(std::span<const std::string> labels, const LabelSpace& space);

}  // namespace traff
