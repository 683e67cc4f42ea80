#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "markdown/repair_steps.h"

namespace traff {

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
    report_words(manuscript, "S15", line.number, manuscript.original(line.number).find(words), words.size(), {words});
  }
  return manuscript;
}

}  // namespace traff
