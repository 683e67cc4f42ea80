#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"
#include "markdown/repair/manuscript.h"
#include "markdown/repair/repair.h"

namespace traff {

namespace {

// How much it takes to believe that the sign is a bullet.
enum class BulletProof : std::uint8_t {
  certain,      // nothing more
  dash,         // a dash in the middle of a paragraph may be punctuation
  small_letter  // "o " is a word's beginning unless other bullets stand near
};

struct ForeignBullet {
  std::string_view glyph;
  std::size_t indent = 0;  // columns
  std::size_t text = 0;    // byte offset of the item's words
  BulletProof proof = BulletProof::certain;
};

// How deep a pasted bullet stands: by its sign and its indentation, compared with those above it.

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

constexpr std::size_t max_levels = 6;

// Pasted text is often a space off.
bool is_same_indent(std::size_t a, std::size_t b) { return std::max(a, b) - std::min(a, b) <= 1; }

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

// What must follow the glyph.
enum class After : std::uint8_t { anything, space, space_and_letter, tab };

struct Glyph {
  std::string_view bytes;
  After after;
  BulletProof proof;
};

constexpr std::array glyphs{
    Glyph{"•", After::anything, BulletProof::certain},
    Glyph{"·", After::anything, BulletProof::certain},
    Glyph{"\xEF\x82\xB7", After::anything, BulletProof::certain},  // U+F0B7, Symbol
    Glyph{"\xEF\x82\xA7", After::anything, BulletProof::certain},  // U+F0A7, Wingdings
    Glyph{"▪", After::anything, BulletProof::certain},
    Glyph{"●", After::anything, BulletProof::certain},
    Glyph{"◦", After::anything, BulletProof::certain},
    Glyph{"‣", After::anything, BulletProof::certain},
    Glyph{"○", After::space, BulletProof::certain},
    Glyph{"■", After::space, BulletProof::certain},
    Glyph{"–", After::space, BulletProof::dash},
    Glyph{"—", After::space, BulletProof::dash},
    Glyph{"§", After::space_and_letter, BulletProof::certain},  // "§ 5" is a paragraph of a statute
    Glyph{"o\t", After::tab, BulletProof::certain},
    Glyph{"o", After::space, BulletProof::small_letter},
};

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    if (is_digit(text[at]) || is_letter(code_point_at(text, at))) return true;
  }
  return false;
}

std::size_t space_size(std::string_view text) {
  std::size_t size = 0;
  for (;;) {
    const std::string_view rest = text.substr(size);
    if (rest.starts_with(' ') || rest.starts_with('\t')) {
      ++size;
    } else if (rest.starts_with("\xC2\xA0")) {
      size += 2;
    } else {
      return size;
    }
  }
}

bool is_followed_well(std::string_view glyph_on, const Glyph& glyph, std::size_t space) {
  const std::string_view words = glyph_on.substr(glyph.bytes.size() + space);
  switch (glyph.after) {
    case After::anything:
    case After::tab: return has_words(words);
    case After::space: return space > 0 && has_words(words);
    case After::space_and_letter: return space > 0 && !words.empty() && is_letter(code_point_at(words, 0));
  }
  return false;
}

}  // namespace

std::optional<ForeignBullet> read_foreign_bullet(std::string_view line) {
  const WhiteSpace indent = leading_space(line);
  const std::string_view rest = line.substr(indent.bytes);
  for (const Glyph& glyph : glyphs) {
    if (!rest.starts_with(glyph.bytes)) continue;
    const std::size_t space = space_size(rest.substr(glyph.bytes.size()));
    if (!is_followed_well(rest, glyph, space)) return std::nullopt;
    const std::string_view name = glyph.after == After::tab ? "o" : glyph.bytes;
    return ForeignBullet{name, indent.columns, indent.bytes + glyph.bytes.size() + space, glyph.proof};
  }
  return std::nullopt;
}

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

namespace {

struct LetterItem {
  char letter = 'a';
  std::size_t indent = 0;  // bytes
  std::size_t text = 0;    // byte offset after ')'
};

std::optional<LetterItem> read_letter_item(const Line& line) {
  const std::size_t indent = leading_space(line.text).bytes;
  const std::string_view rest = std::string_view(line.text).substr(indent);
  if (line.fenced || rest.size() < 4 || rest[0] < 'a' || rest[0] > 'z' || rest[1] != ')') return std::nullopt;
  const bool space = rest[2] == ' ' || rest[2] == '\t' || rest.substr(2).starts_with("\xC2\xA0");
  if (!space) return std::nullopt;
  return LetterItem{rest[0], indent, indent + 2};
}

bool ends_list(const Line& line, bool after_blank) {
  const WhiteSpace indent = leading_space(line.text);
  const std::string_view rest = std::string_view(line.text).substr(indent.bytes);
  return line.fenced || heading_level(rest) > 0 || is_thematic_break(rest) || rest.starts_with(":::") ||
         rest.starts_with('>') || (after_blank && indent.columns < 2);
}

// The lines of the items a), b), c) … that begin at `first`. Stops at the first line that belongs to none.
std::vector<std::size_t> items_from(const std::vector<Line>& lines, std::size_t first) {
  std::vector<std::size_t> items{first};
  bool after_blank = false;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    if (is_blank_line(lines[i])) {
      after_blank = true;
      continue;
    }
    if (const std::optional<LetterItem> item = read_letter_item(lines[i])) {
      if (item->letter != static_cast<char>('a' + items.size())) break;
      items.push_back(i);
    } else if (ends_list(lines[i], after_blank)) {
      break;
    }
    after_blank = false;
  }
  return items;
}

// Letters directly under an item of the author's own list belong to it: where their text should begin.
std::size_t column_below(const std::vector<Line>& made, std::size_t indent) {
  if (made.empty() || made.back().fenced) return indent;
  const std::string_view above = made.back().text;
  const WhiteSpace space = leading_space(above);
  const std::optional<ListMarker> marker = list_marker(above.substr(space.bytes));
  if (!marker) return indent;
  const std::size_t after = space.bytes + marker->size;
  const std::size_t gap = leading_space(above.substr(after), space.columns + marker->size).columns;
  const std::size_t content = space.columns + marker->size + (gap >= 1 && gap <= 4 ? gap : 1);
  return std::max(indent, content);
}

std::string numbered(const Line& line, std::size_t number, std::size_t extra_indent) {
  const LetterItem item = *read_letter_item(line);
  std::string_view rest = std::string_view(line.text).substr(item.text);
  if (rest.starts_with("\xC2\xA0")) rest.remove_prefix(2);
  const bool spaced = rest.starts_with(' ') || rest.starts_with('\t');
  return std::string(extra_indent, ' ') + line.text.substr(0, item.indent) + std::to_string(number) +
         (spaced ? ")" : ") ") + std::string(rest);
}

}  // namespace

Manuscript repair_letter_lists(Manuscript manuscript) {
  std::vector<Line>& lines = manuscript.lines;
  std::vector<Line> made;
  std::uint32_t last_item = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::optional<LetterItem> item = read_letter_item(lines[i]);
    const std::vector<std::size_t> items =
        item && item->letter == 'a' ? items_from(lines, i) : std::vector<std::size_t>{};
    if (items.size() < 2) {
      made.push_back(std::move(lines[i]));
      continue;
    }
    const std::size_t indent = leading_space(lines[i].text).columns;
    const bool follows_letters = last_item != 0 && last_item + 1 == lines[i].number;
    const std::size_t extra = follows_letters ? 0 : column_below(made, indent) - indent;
    append_blank(made, lines[i].number);
    made.push_back({std::string(indent + extra, ' ') + std::string(alphabetical_list_mark), lines[i].number, false});
    for (std::size_t k = 0; k < items.size(); ++k) lines[items[k]].text = numbered(lines[items[k]], k + 1, extra);
    last_item = lines[items.back()].number;
    made.push_back(std::move(lines[i]));
  }
  lines = std::move(made);
  return manuscript;
}

Manuscript report_late_lists(Manuscript manuscript) {
  BlockTracker tracker;
  std::uint32_t last_number = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    const Line& line = manuscript.lines[i];
    const LineShape shape = tracker.take(line.text);
    const std::optional<ListMarker>& start = shape.list_start;
    if (start && start->is_ordered() && start->number > 3 && start->number != last_number + 1) {
      const std::string_view original = manuscript.original(line.number);
      const std::string mark = std::to_string(start->number) + start->delimiter;
      const std::string_view words = std::string_view(line.text).substr(shape.content);
      const std::string word(words.substr(0, words.find_first_of(" \t")));
      report_words(manuscript, code::S17(mark, std::to_string(start->number) + " " + word), line.number,
                   original.find(mark), mark.size());
    }
    const std::size_t begin = leading_space(line.text).bytes;
    const std::optional<ListMarker> marker = list_marker(std::string_view(line.text).substr(begin));
    if (marker && marker->is_ordered()) last_number = marker->number;
  }
  return manuscript;
}

namespace {

constexpr std::string_view letter = "ü";

// Bytes up to the words of "üTa initiativ" or "ü Lyssna"; 0 for other lines.
std::size_t check_letter_size(std::string_view text) {
  const std::size_t indent = leading_space(text).bytes;
  if (!text.substr(indent).starts_with(letter)) return 0;
  std::size_t words = indent + letter.size();
  while (words < text.size() && (text[words] == ' ' || text[words] == '\t')) ++words;
  return words < text.size() && is_upper(code_point_at(text, words)) ? words : 0;
}

// A list of them, empty lines between or not: one alone may be anything.
void mend_run(std::vector<Line>& lines, const std::vector<std::size_t>& run) {
  constexpr std::size_t fewest = 3;
  if (run.size() < fewest) return;
  for (const std::size_t i : run) {
    std::string& text = lines[i].text;
    const std::size_t indent = leading_space(text).bytes;
    text = text.substr(0, indent) + "• " + text.substr(check_letter_size(text));
  }
}

}  // namespace

Manuscript repair_check_letters(Manuscript manuscript) {
  std::vector<std::size_t> run;
  std::size_t count = 0;
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    const Line& line = manuscript.lines[i];
    if (!line.fenced && check_letter_size(line.text) > 0) {
      run.push_back(i);
      if (count++ == 0) first = line.number;
    } else if (line.fenced || !is_blank_line(line)) {
      mend_run(manuscript.lines, run);
      run.clear();
    }
  }
  mend_run(manuscript.lines, run);
  if (count == 0) return manuscript;
  report_words(manuscript, code::T2(count), first, manuscript.original(first).find(letter), letter.size());
  return manuscript;
}

namespace {

// Lines of running text that begin with a time, two or more of them one below the other.
std::vector<bool> find_time_lines(const std::vector<Line>& lines) {
  BlockTracker tracker;
  std::vector<bool> is_time;
  for (const Line& line : lines) {
    const LineShape shape = tracker.take(line.text);
    const bool is_text = shape.kind == LineKind::paragraph || shape.kind == LineKind::continuation;
    is_time.push_back(is_text && shape.depth == 0 && !line.fenced && begins_with_time(trim(line.text)));
  }
  std::vector<bool> wanted(is_time.size());
  for (std::size_t i = 0; i < is_time.size(); ++i)
    wanted[i] = is_time[i] && ((i > 0 && is_time[i - 1]) || (i + 1 < is_time.size() && is_time[i + 1]));
  return wanted;
}

}  // namespace

Manuscript repair_time_lines(Manuscript manuscript) {
  const std::vector<bool> wanted = find_time_lines(manuscript.lines);
  std::vector<Line> made;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Line& line = manuscript.lines[i];
    const bool begins = wanted[i] && (i == 0 || !wanted[i - 1]);
    const bool ends = !wanted[i] && i > 0 && wanted[i - 1] && !is_blank_line(line);
    if (begins || ends) append_blank(made, line.number);
    if (wanted[i]) line.text = "- " + std::string(trim(line.text));
    made.push_back(std::move(line));
  }
  manuscript.lines = std::move(made);
  return manuscript;
}

}  // namespace traff
