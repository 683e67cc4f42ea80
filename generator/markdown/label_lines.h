// Words set in lines for a drawing, where nothing flows by itself: how wide text is, and how to break it so that every
// line fits its box in any of the reader's fonts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

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
