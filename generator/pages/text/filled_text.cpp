#include "pages/text/filled_text.h"

#include <algorithm>

namespace traff {

namespace {
bool is_inside(Range range, std::uint32_t begin, std::uint32_t end) { return begin >= range.begin && end <= range.end; }
}  // namespace

FilledText::FilledText(const Document& document, std::string_view body, Range range, const FilledSlots& filled,
                       bool elsewhere)
    : body_(body) {
  add_slots(document, range, filled);
  if (elsewhere) leave_out_heading_ids(document, range);
  // What ends at a byte comes before what begins there; slots are made in that order but for the ends.
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.at < b.at; });
}

void FilledText::add_slots(const Document& document, Range range, const FilledSlots& filled) {
  edits_.reserve(document.slots.size() * 2);
  for (std::size_t i = 0; i < document.slots.size(); ++i) {
    const Slot& slot = document.slots[i];
    if (!is_inside(range, slot.begin, slot.end)) continue;
    const SlotText& text = filled.texts[i];
    const std::uint32_t left_out = text.replaces ? slot.end - slot.begin - text.skip : 0;
    if (!text.before.empty()) edits_.push_back({slot.begin + text.skip, left_out, text.before});
    if (!text.after.empty()) edits_.push_back({slot.end, 0, text.after});
  }
  for (const Insertion& insertion : filled.insertions) {
    if (is_inside(range, insertion.at, insertion.at)) edits_.push_back({insertion.at, 0, insertion.text});
  }
}

void FilledText::leave_out_heading_ids(const Document& document, Range range) {
  constexpr std::uint32_t tag_size = 3;  // "<h2"
  for (const Heading& heading : document.headings) {
    if (!is_inside(range, heading.html.begin, heading.html.end)) continue;
    edits_.push_back({heading.html.begin + tag_size, heading.inner_begin - 1 - heading.html.begin - tag_size, {}});
  }
}

std::string FilledText::html(Range piece) const {
  auto edit = std::ranges::lower_bound(edits_, piece.begin, {}, &Edit::at);
  std::string html;
  html.reserve(piece.size() + piece.size() / 8);
  std::uint32_t copied = piece.begin;
  for (; edit != edits_.end() && edit->at <= piece.end; ++edit) {
    if (edit->at > copied) html.append(body_, copied, edit->at - copied);
    html += edit->text;
    copied = std::max(copied, edit->at + edit->skip);
  }
  if (piece.end > copied) html.append(body_, copied, piece.end - copied);
  return html;
}

}  // namespace traff
