#include "markdown/block_tracker.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

std::string apply_cuts(std::string_view text, const std::vector<Cut>& cuts) {
  std::string out;
  std::size_t at = 0;
  for (const Cut& cut : cuts) {
    out += text.substr(at, cut.begin - at);
    out.append(cut.columns, ' ');
    at = cut.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace

Manuscript repair_indents(Manuscript manuscript) {
  BlockTracker tracker;
  for (Line& line : manuscript.lines) {
    const LineShape shape = tracker.take(line.text);
    if (!shape.cuts.empty()) line.text = apply_cuts(line.text, shape.cuts);
  }
  return manuscript;
}

}  // namespace traff
