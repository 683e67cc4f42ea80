#include <optional>

#include "base/utf8.h"
#include "markdown/bullet_levels.h"
#include "markdown/foreign_bullet.h"
#include "markdown/line_marks.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

std::string_view after_indent(std::string_view text) { return text.substr(leading_space(text).bytes); }

bool is_leaf_line(std::string_view text) {
  const std::string_view rest = after_indent(text);
  return heading_level(rest) > 0 || is_thematic_break(rest) || rest.starts_with(":::") || rest.starts_with('|');
}

std::optional<ListMarker> own_list_marker(std::string_view text) {
  const std::string_view rest = after_indent(text);
  return is_thematic_break(rest) ? std::nullopt : list_marker(rest);
}

using Bullets = std::vector<std::optional<ForeignBullet>>;

Bullets read_bullets(const std::vector<Line>& lines) {
  Bullets bullets;
  bullets.reserve(lines.size());
  for (const Line& line : lines) bullets.push_back(line.fenced ? std::nullopt : read_foreign_bullet(line.text));
  return bullets;
}

// For each line, whether a bullet that is no small letter stands there or follows in the same run.
std::vector<bool> find_clear_bullets(const std::vector<Line>& lines, const Bullets& bullets) {
  std::vector<bool> clear(lines.size() + 1, false);
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (bullets[i]) {
      clear[i] = bullets[i]->proof != BulletProof::small_letter || clear[i + 1];
    } else {
      clear[i] = is_blank_line(lines[i]) && clear[i + 1];
    }
  }
  return clear;
}

class BulletRepair {
 public:
  explicit BulletRepair(std::vector<Line>& lines)
      : lines_(lines), bullets_(read_bullets(lines)), clear_(find_clear_bullets(lines, bullets_)) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_blank_line(lines_[i]) && !lines_[i].fenced) {
        above_ = Above::nothing;
      } else {
        above_ = take(i);
      }
    }
  }

 private:
  enum class Above { nothing, text, label, bullet };

  Above take(std::size_t i) {
    Line& line = lines_[i];
    const bool is_glued_heading = above_ == Above::nothing && after_indent(line.text).starts_with('#');
    if (line.fenced || is_glued_heading || is_leaf_line(line.text)) {
      levels_.clear();
      return Above::nothing;
    }
    const std::size_t indent = leading_space(line.text).columns;
    if (bullets_[i] && is_believed(i)) {
      const BulletPlace place = levels_.take(*bullets_[i], above_ != Above::nothing);
      line.text = std::string(place.column, ' ') + place.marker + ' ' + line.text.substr(bullets_[i]->text);
      return Above::bullet;
    }
    if (const auto marker = own_list_marker(line.text)) {
      const std::string_view item = after_indent(line.text).substr(marker->size);
      const std::size_t gap = leading_space(item, indent + marker->size).columns;
      levels_.take_markdown(indent, *marker, indent + marker->size + (gap >= 1 && gap <= 4 ? gap : 1));
    } else if (above_ == Above::nothing && indent < 2) {
      levels_.clear();
    }
    return trim_end(line.text).ends_with(':') ? Above::label : Above::text;
  }

  bool is_believed(std::size_t i) const {
    const ForeignBullet& bullet = *bullets_[i];
    switch (bullet.proof) {
      case BulletProof::certain: return true;
      case BulletProof::small_letter: return levels_.has_foreign() || clear_[i];
      case BulletProof::dash: break;
    }
    if (above_ != Above::text || levels_.has(bullet.glyph)) return true;
    return i + 1 < lines_.size() && bullets_[i + 1] && bullets_[i + 1]->glyph == bullet.glyph;
  }

  std::vector<Line>& lines_;
  const Bullets bullets_;
  const std::vector<bool> clear_;
  BulletLevels levels_;
  Above above_ = Above::nothing;
};

// Size of a check mark, with the selector that says in which style to draw it, and the space after it.
std::size_t check_mark_size(std::string_view text) {
  if (!text.starts_with("✓") && !text.starts_with("✔")) return 0;
  std::size_t size = std::string_view("✓").size();
  const std::string_view style = text.substr(size, 3);
  if (style == "\xEF\xB8\x8E" || style == "\xEF\xB8\x8F") size += 3;
  while (text.substr(size).starts_with("\xC2\xA0")) size += 2;
  return size + leading_space(text.substr(size)).bytes;
}

}  // namespace

Manuscript repair_bullets(Manuscript manuscript) {
  BulletRepair(manuscript.lines).run();
  return manuscript;
}

Manuscript repair_check_marks(Manuscript manuscript) {
  for (Line& line : manuscript.lines) {
    const std::optional<ListMarker> marker = line.fenced ? std::nullopt : own_list_marker(line.text);
    if (!marker) continue;
    const std::size_t after_marker = leading_space(line.text).bytes + marker->size;
    const std::size_t mark = after_marker + leading_space(std::string_view(line.text).substr(after_marker)).bytes;
    const std::size_t size = check_mark_size(std::string_view(line.text).substr(mark));
    if (size > 0 && mark + size < line.text.size()) line.text.erase(mark, size);
  }
  return manuscript;
}

}  // namespace traff
