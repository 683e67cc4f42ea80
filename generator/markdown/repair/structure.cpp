#include <algorithm>
#include <array>
#include <optional>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"
#include "markdown/repair/manuscript.h"

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

namespace {

constexpr std::array<std::string_view, 5> titles{"innehall", "innehallsforteckning", "innehallsforteckningen",
                                                 "contents", "table of contents"};

bool is_title(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.size() > longest) return false;
  constexpr std::string_view decoration = "#*_: \t";
  const std::size_t first = line.find_first_not_of(decoration);
  if (first == line.npos || std::string_view("IiTtCc").find(line[first]) == std::string_view::npos) return false;
  const std::size_t last = line.find_last_not_of(decoration);
  const std::string words = fold(line.substr(first, last - first + 1));
  return std::find(titles.begin(), titles.end(), words) != titles.end();
}

struct Entry {
  unsigned page = 0;
  bool has_leader = false;  // a tab, dots or a gap before the page number: surely a contents list
};

bool is_leader_character(char c) { return c == ' ' || c == '\t' || c == '.' || c == '_'; }

// The bytes of "…" and the middle dot count as leaders too.
std::size_t leader_start(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_leader_character(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with("…")) {
      text.remove_suffix(std::string_view("…").size());
    } else if (text.ends_with("·")) {
      text.remove_suffix(std::string_view("·").size());
    } else {
      return text.size();
    }
  }
}

std::optional<Entry> read_entry(std::string_view line) {
  line = trim(line);
  const std::size_t last_other = line.find_last_not_of("0123456789");
  if (last_other == line.npos || last_other + 1 == line.size() || line.size() - last_other > 5) return std::nullopt;
  Entry entry;
  for (const char digit : line.substr(last_other + 1))
    entry.page = entry.page * 10 + static_cast<unsigned>(digit - '0');
  const std::string_view before = line.substr(0, last_other + 1);
  const std::size_t words_end = leader_start(before);
  const std::string_view leader = before.substr(words_end);
  if (words_end == 0 || leader.empty()) return std::nullopt;
  const bool dots = std::count(leader.begin(), leader.end(), '.') >= 3 || leader.find("…") != leader.npos ||
                    leader.find("··") != leader.npos;
  entry.has_leader =
      dots || leader.find('\t') != leader.npos || leader.find("  ") != leader.npos || leader.find("__") != leader.npos;
  return entry;
}

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The entries below a title at `title`: their lines end in page numbers that never fall, most after a leader, and
// the last one too: what follows may be a sentence that ends in a number. "Modul 1, Modul 2" under the same word
// is the author's own text.
std::optional<Span> entries_below(const std::vector<Line>& lines, std::size_t title) {
  Span span{title, title};
  std::size_t count = 0;
  std::size_t plain = 0;  // entries without a leader since the last with one
  std::size_t all_plain = 0;
  unsigned page = 0;
  for (std::size_t i = title + 1; i < lines.size() && !lines[i].fenced; ++i) {
    if (is_blank_line(lines[i])) continue;
    const std::optional<Entry> entry = read_entry(lines[i].text);
    if (!entry || entry->page < page) break;
    page = entry->page;
    ++plain;
    if (!entry->has_leader) continue;
    count += plain;
    all_plain += plain - 1;
    plain = 0;
    span.last = i;
  }
  if (count < 2 || all_plain * 2 > count) return std::nullopt;
  return span;
}

}  // namespace

Manuscript repair_contents(Manuscript manuscript) {
  std::vector<Line> kept;
  const std::vector<Line>& lines = manuscript.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool titled = !lines[i].fenced && is_title(lines[i].text);
    const std::optional<Span> span = titled ? entries_below(lines, i) : std::nullopt;
    if (!span) {
      kept.push_back(lines[i]);
      continue;
    }
    report_line(manuscript, code::S14(lines[span->first].number, lines[span->last].number), lines[i].number);
    i = span->last;
  }
  manuscript.lines = std::move(kept);
  return manuscript;
}

namespace {

constexpr std::array<std::string_view, 7> remains{
    "HYPERLINK \"",
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Error! Hyperlink reference not valid",
    "Fel! Bokmärket är inte definierat",
    "Fel! Hittar inte referenskälla",
    "Fel! Hyperlänkreferensen är inte giltig",
};

constexpr std::string_view bookmark_opening = "[bookmark:";

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

bool starts_with_bookmark(std::string_view rest) {
  return rest.size() > bookmark_opening.size() &&
         std::equal(bookmark_opening.begin(), bookmark_opening.end(), rest.begin(),
                    [](char a, char b) { return a == lower(b); });
}

// Size of a bookmark at the beginning, else 0. What is followed by an address or a colon is the author's own link.
std::size_t bookmark_size(std::string_view rest) {
  if (!starts_with_bookmark(rest)) return 0;
  const std::size_t end = rest.find_first_of("[]", 1);
  if (end == rest.npos || rest[end] != ']') return 0;
  const std::string_view after = rest.substr(end + 1);
  return after.starts_with('(') || after.starts_with(':') ? 0 : end + 1;
}

std::string without_bookmarks(std::string_view text) {
  std::string kept;
  bool in_code = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '`') in_code = !in_code;
    const std::size_t size = in_code || text[at] != '[' ? 0 : bookmark_size(text.substr(at));
    if (size == 0) kept += text[at++];
    at += size;
  }
  return kept;
}

struct Remain {
  std::size_t offset = 0;
  std::string_view words;
};

std::optional<Remain> find_remain(std::string_view text) {
  for (const std::string_view words : remains) {
    const std::size_t offset = text.find(words);
    if (offset == text.npos) continue;
    const bool in_code = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '`') % 2 == 1;
    if (!in_code) return Remain{offset, words};
  }
  return std::nullopt;
}

std::string_view shown(std::string_view words) { return words.substr(0, words.find(" \"")); }

}  // namespace

Manuscript repair_residue(Manuscript manuscript) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    Line& line = manuscript.lines[i];
    if (line.fenced) continue;
    if (line.text.find('[') != line.text.npos) line.text = without_bookmarks(line.text);
    const bool may_remain = line.text.find_first_of("!K") != line.text.npos;
    const std::optional<Remain> remain = may_remain ? find_remain(line.text) : std::nullopt;
    if (!remain) continue;
    const bool said = last != 0 && line.number - last <= 1;
    last = line.number;
    if (said) continue;
    const std::string words(shown(remain->words));
    report_words(manuscript, code::S15(words), line.number, manuscript.original(line.number).find(words), words.size());
  }
  return manuscript;
}

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

namespace {

std::string with_brackets(std::string_view text) {
  std::string kept;
  bool in_code = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '`') in_code = !in_code;
    const std::size_t size = in_code ? 0 : spaced_address_size(text.substr(at));
    if (size == 0) {
      kept += text[at++];
      continue;
    }
    kept += "](<";
    kept += trim(text.substr(at + 2, size));
    kept += ">)";
    at += size + 3;
  }
  return kept;
}

}  // namespace

Manuscript repair_link_spaces(Manuscript manuscript) {
  for (Line& line : manuscript.lines) {
    if (!line.fenced && line.text.find("](") != line.text.npos) line.text = with_brackets(line.text);
  }
  return manuscript;
}

namespace {

// Where the address of a picture that stands in the line itself begins and ends; nothing when there is none from `at`
// on.
std::optional<std::pair<std::size_t, std::size_t>> embedded_picture(std::string_view line, std::size_t at) {
  for (std::size_t begin = line.find("data:image/", at); begin != line.npos;
       begin = line.find("data:image/", begin + 1)) {
    const std::size_t end = std::min(line.find_first_of(" \t>)\"'`", begin), line.size());
    if (line.substr(begin, end - begin).find(";base64,") != line.npos) return std::pair(begin, end);
  }
  return std::nullopt;
}

// Their places stay, so that the words around them do.
std::string without_pictures(std::string_view line) {
  std::string kept;
  std::size_t at = 0;
  for (auto found = embedded_picture(line, 0); found; found = embedded_picture(line, at)) {
    kept += line.substr(at, found->first - at);
    const bool is_bracketed = kept.ends_with('<') || kept.ends_with('(');
    kept += is_bracketed || kept.ends_with('`') ? "" : "<>";
    at = found->second;
  }
  return kept + std::string(line.substr(at));
}

}  // namespace

Manuscript repair_embedded_pictures(Manuscript manuscript) {
  for (Line& line : manuscript.lines) {
    if (line.fenced || !embedded_picture(line.text, 0)) continue;
    report_line(manuscript, code::B12(), line.number);
    line.text = without_pictures(line.text);
  }
  return manuscript;
}

}  // namespace traff
