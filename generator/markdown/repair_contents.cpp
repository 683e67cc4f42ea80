#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/repair_steps.h"

namespace traff {

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
    report_line(manuscript, "S14", lines[i].number,
                {std::to_string(lines[span->first].number), std::to_string(lines[span->last].number)});
    i = span->last;
  }
  manuscript.lines = std::move(kept);
  return manuscript;
}

}  // namespace traff
