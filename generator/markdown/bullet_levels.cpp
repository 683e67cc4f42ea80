#include "markdown/bullet_levels.h"

#include <algorithm>

namespace traff {

namespace {

constexpr std::size_t max_levels = 6;

// Pasted text is often a space off.
bool is_same_indent(std::size_t a, std::size_t b) { return std::max(a, b) - std::min(a, b) <= 1; }

}  // namespace

bool BulletLevels::has_foreign() const {
  return std::any_of(levels_.begin(), levels_.end(), [](const Level& level) { return !level.glyph.empty(); });
}

bool BulletLevels::has(std::string_view glyph) const {
  return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) { return level.glyph == glyph; });
}

void BulletLevels::take_markdown(std::size_t indent, const ListMarker& marker, std::size_t content) {
  while (!levels_.empty() && levels_.back().content > indent) levels_.pop_back();
  if (levels_.size() >= max_levels) levels_.pop_back();
  const char bullet = marker.is_ordered() ? '-' : marker.delimiter;
  levels_.push_back({{}, indent, indent, content, bullet, marker.is_ordered()});
}

BulletPlace BulletLevels::take(const ForeignBullet& bullet, bool directly) {
  if (return_to(bullet)) return {levels_.back().column, levels_.back().marker};
  while (!levels_.empty() && levels_.back().indent > bullet.indent + 1) levels_.pop_back();
  while (!levels_.empty() && levels_.back().glyph.empty() && is_same_indent(levels_.back().indent, bullet.indent)) {
    if (!levels_.back().is_ordered) {
      levels_.back().glyph = bullet.glyph;
      return {levels_.back().column, levels_.back().marker};
    }
    if (directly) break;
    levels_.pop_back();
  }
  return open(bullet);
}

bool BulletLevels::return_to(const ForeignBullet& bullet) {
  for (std::size_t depth = levels_.size(); depth-- > 0;) {
    const Level& level = levels_[depth];
    if (level.glyph != bullet.glyph || !is_same_indent(level.indent, bullet.indent)) continue;
    levels_.resize(depth + 1);
    return true;
  }
  return false;
}

BulletPlace BulletLevels::open(const ForeignBullet& bullet) {
  if (levels_.size() >= max_levels) levels_.pop_back();
  const std::size_t column = levels_.empty() ? 0 : levels_.back().content;
  levels_.push_back({bullet.glyph, bullet.indent, column, column + 2, '-', false});
  return {column, '-'};
}

}  // namespace traff
