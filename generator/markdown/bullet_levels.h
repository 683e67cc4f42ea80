// How deep a pasted bullet stands: by its sign and its indentation, compared with those above it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/foreign_bullet.h"
#include "markdown/line_marks.h"

namespace traff {

struct BulletPlace {
  std::size_t column = 0;
  char marker = '-';
};

class BulletLevels {
 public:
  void clear() { levels_.clear(); }
  bool empty() const { return levels_.empty(); }
  bool has_foreign() const;
  bool has(std::string_view glyph) const;

  // The author's own Markdown list goes on or begins.
  void take_markdown(std::size_t indent, const ListMarker& marker, std::size_t content);

  // `directly`: no blank line stands between this bullet and what is above it.
  BulletPlace take(const ForeignBullet& bullet, bool directly);

 private:
  struct Level {
    std::string_view glyph;   // empty for Markdown
    std::size_t indent = 0;   // as typed
    std::size_t column = 0;   // of the marker as repaired
    std::size_t content = 0;  // of the text as repaired
    char marker = '-';
    bool is_ordered = false;
  };

  bool return_to(const ForeignBullet& bullet);
  BulletPlace open(const ForeignBullet& bullet);

  std::vector<Level> levels_;
};

}  // namespace traff
