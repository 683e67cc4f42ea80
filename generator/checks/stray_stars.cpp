#include "checks/stray_stars.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

// A star after a word is a note or stands for a gender; one before a word, and any pair, was a mark.
bool is_lost_mark(std::string_view text, std::size_t star) {
  const bool first_on_line = star == 0 || text[star - 1] == '\n';
  const bool pair = text.substr(star).starts_with("**");
  const std::size_t after = text.find_first_not_of('*', star);
  const bool before_word = after != text.npos && is_letter(code_point_at(text, after));
  const bool after_word = star > 0 && is_letter(code_point_before(text, star));
  const bool opens_loosely = first_on_line && after == star + 2 && text[after] == ' ';
  if (pair) return before_word || after_word || opens_loosely;
  return first_on_line && before_word;
}

// "\*Obligatoriskt" is meant as it stands; "*\*Start" is not.
bool is_asked_for(std::string_view line) {
  const std::size_t star = line.find('*');
  return star != line.npos && star > 0 && line[star - 1] == '\\';
}

// A note such as "*Frivilligt" belongs to a word with a star after it.
bool has_noted_word(std::string_view text) {
  for (std::size_t star = text.find('*'); star != text.npos; star = text.find('*', star + 1)) {
    const bool after_word = star > 0 && is_letter(code_point_before(text, star));
    const bool before_word = star + 1 < text.size() && is_letter(code_point_at(text, star + 1));
    if (after_word && !before_word && (star + 1 >= text.size() || text[star + 1] != '*')) return true;
  }
  return false;
}

}  // namespace

void check_stray_stars(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.body.text.find('*') == std::string::npos || has_noted_word(page.body.text)) return;
  for (const Block& block : page.body.blocks) {
    if (!is_leaf(block)) continue;
    const std::string_view text = words_of(page, block);
    if (text.find('*') == text.npos || holds_code(page, block)) continue;
    for (std::size_t star = text.find('*'); star != text.npos;
         star = text.find('*', text.find_first_not_of('*', star))) {
      if (!is_lost_mark(text, star)) continue;
      const std::size_t before = text.substr(0, star).rfind('\n');
      const std::size_t begin = before == text.npos ? 0 : before + 1;
      const std::string words = first_words(text.substr(begin, text.find('\n', star) - begin), 4);
      const std::string_view stars = text.substr(star, text.find_first_not_of('*', star) - star);
      Diagnostic diagnostic = found_at(page, "S9", block.line, stars, {words});
      if (!is_asked_for(diagnostic.line) && found.size() < most_findings) found.push_back(std::move(diagnostic));
      break;  // one for each paragraph
    }
  }
}

}  // namespace traff
