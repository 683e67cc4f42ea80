#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/block_tracker.h"
#include "markdown/line_marks.h"
#include "markdown/notes_mark.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

constexpr std::size_t longest_heading = 60;  // code points

// `#Rubrik`, `##1. rubrik`; not `#12`, `#skolan` or several words with the sign, which are no headings.
bool is_glued_heading(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  const std::string_view words = trim_end(text.substr(level));
  if (level == 0 || level > 6 || words.empty() || is_space(words.front()) || code_point_count(words) > longest_heading)
    return false;
  const std::size_t closing = words.find_last_not_of('#');
  if (closing == words.npos || words.substr(0, closing).find('#') != words.npos) return false;
  const char32_t first = code_point_at(words, 0);
  return level == 1 ? is_upper(first) : is_letter(first) || is_digit(words.front());
}

// `##Rubrik##` → `## Rubrik ##`
std::string spaced_heading(std::string_view line, std::size_t content) {
  const std::size_t words = line.find_first_not_of('#', content);
  const std::size_t closing = line.find('#', words);
  std::string spaced(line.substr(0, words));
  spaced += ' ';
  spaced += line.substr(words, closing - words);
  if (closing != line.npos) spaced += (line[closing - 1] == ' ' ? "" : " ") + std::string(line.substr(closing));
  return spaced;
}

bool is_slide_break(std::string_view text) { return trim(text) == "---"; }

// What the tracker makes of a line without having taken it.
LineShape look_ahead(BlockTracker tracker, std::string_view line) { return tracker.take(line); }

// What breaks a slide, or ends what is seen of it, though it stands directly under its text.
bool is_glued_to_slide(std::string_view text, const BlockTracker& tracker) {
  if (is_slide_break(text)) return look_ahead(tracker, text).kind == LineKind::underline;
  if (notes_mark_size(text) == 0) return false;
  const LineKind kind = look_ahead(tracker, text).kind;
  return kind == LineKind::continuation || kind == LineKind::table;
}

}  // namespace

Manuscript repair_headings(Manuscript manuscript) {
  BlockTracker tracker;
  std::vector<Line> made;
  made.reserve(manuscript.lines.size());
  for (Line& line : manuscript.lines) {
    const bool may_be_heading = !line.fenced && line.text.find('#') != line.text.npos;
    if (may_be_heading) {
      const LineShape shape = look_ahead(tracker, line.text);
      const std::string_view content = std::string_view(line.text).substr(shape.content);
      if (shape.kind == LineKind::paragraph && is_glued_heading(content)) {
        line.text = spaced_heading(line.text, shape.content);
      }
    } else if (manuscript.slide_breaks && !line.fenced && is_glued_to_slide(line.text, tracker)) {
      made.push_back({"", line.number, false});
      tracker.take("");
    }
    tracker.take(line.text);
    made.push_back(std::move(line));
  }
  manuscript.lines = std::move(made);
  return manuscript;
}

}  // namespace traff
