#include "markdown/outline.h"

#include <algorithm>

#include "base/slug.h"
#include "markdown/slide_id.h"

namespace traff {

Outline::Outline(std::uint8_t title_level, bool slides_have_ids) : slides_have_ids_(slides_have_ids) {
  if (title_level == 0) return;
  open_.push_back(title_level);
  title_is_open_ = true;
}

Outline::Placed Outline::place(std::uint8_t written_level) {
  Placed placed;
  const std::uint8_t previous = open_.empty() ? 0 : open_.back();
  placed.jumps = previous > 0 && written_level > previous + 1;
  placed.expected = static_cast<std::uint8_t>(previous + 1);
  while (!open_.empty() && open_.back() >= written_level) {
    open_.pop_back();
    if (open_.empty()) title_is_open_ = false;
  }
  open_.push_back(written_level);
  const std::size_t depth = open_.size() - (title_is_open_ ? 1 : 0);
  placed.level = static_cast<std::uint8_t>(std::min<std::size_t>(6, depth + 1));
  return placed;
}

std::string Outline::make_id(std::string_view text) {
  std::string id = slug(text);
  if (id.empty()) id = "rubrik";
  if (slides_have_ids_ && may_be_slide_id(id)) id = "rubrik-" + id;
  std::uint32_t& count = taken_[id];
  if (++count == 1) return id;
  std::string numbered = id + "-" + std::to_string(count);
  while (taken_.contains(numbered)) numbered = id + "-" + std::to_string(++count);
  taken_[numbered] = 1;
  return numbered;
}

}  // namespace traff
