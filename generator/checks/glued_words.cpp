#include "checks/glued_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

// Names that are written so, by their folded letters.
constexpr std::array<std::string_view, 14> names{
    "bokstavsdax",       "classroomscreen", "digcompedu",     "dreambroker", "googleclassroom",
    "infomentor",        "javascript",      "microsoftteams", "sharepoint",  "skolverket",
    "studentlitteratur", "wordpress",       "powerpoint",     "mentimeter"};

// How a Swedish noun, verb or adjective may end, before the space that is gone.
constexpr std::array<std::string_view, 20> endings{"tion", "ning", "ande", "ende", "het",  "else", "arna",
                                                   "erna", "orna", "are",  "skap", "bete", "ngar", "ngen",
                                                   "tet",  "gen",  "ion",  "lag",  "ade",  "iska"};

bool is_name(std::string_view word) { return std::find(names.begin(), names.end(), fold(word)) != names.end(); }

bool ends_like_a_word(std::string_view part) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return part.ends_with(ending); });
}

bool is_letter_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

// Å, Ä, Ö and A … Z; other capitals are too rare to look for.
bool begins_with_capital(std::string_view text) {
  if (text.front() >= 'A' && text.front() <= 'Z') return true;
  return text.starts_with("Å") || text.starts_with("Ä") || text.starts_with("Ö");
}

bool ends_with_small_letter(std::string_view text) {
  if (text.empty()) return false;
  if (text.back() >= 'a' && text.back() <= 'z') return true;
  return text.ends_with("å") || text.ends_with("ä") || text.ends_with("ö") || text.ends_with("é");
}

std::size_t next_glue(std::string_view text, std::size_t at) {
  static constexpr ByteSet capitals("ABCDEFGHIJKLMNOPQRSTUVWXYZ\xC3");
  for (at = std::max<std::size_t>(at, 1); (at = find_byte_of(text, capitals, at)) != text.npos; ++at) {
    const unsigned char before = static_cast<unsigned char>(text[at - 1]);
    const bool follows_letter = (before >= 'a' && before <= 'z') || before >= 0x80;
    if (follows_letter && begins_with_capital(text.substr(at)) && ends_with_small_letter(text.substr(0, at))) return at;
  }
  return text.npos;
}

struct Glued {
  std::size_t begin = 0;
  std::size_t glue = 0;  // where the second word begins
  std::size_t end = 0;
};

Glued whole_word(std::string_view text, std::size_t glue) {
  Glued word{glue, glue, glue};
  while (word.begin > 0 && is_letter_byte(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_letter_byte(text[word.end])) ++word.end;
  return word;
}

// Part of an address, a file's name, a key: written so on purpose.
bool belongs_to_address(std::string_view text, const Glued& word) {
  constexpr std::string_view marks = "@/\\._#=0123456789";
  const bool before = word.begin > 0 && marks.find(text[word.begin - 1]) != marks.npos;
  const std::string_view after = text.substr(word.end);
  const bool ends_sentence = after.starts_with('.') && (after.size() == 1 || is_space(after[1]));
  return before || (!after.empty() && !ends_sentence && marks.find(after.front()) != marks.npos);
}

bool has_swedish_letter(std::string_view word) {
  constexpr std::array<std::string_view, 6> letters{"å", "ä", "ö", "Å", "Ä", "Ö"};
  return std::any_of(letters.begin(), letters.end(),
                     [&](std::string_view letter) { return word.find(letter) != word.npos; });
}

// Two whole words: a name such as PowerPoint is short, has no å ä ö and no Swedish ending in its middle.
bool is_glued(std::string_view text, const Glued& word) {
  constexpr std::size_t shortest_part = 4;
  const std::string_view first = text.substr(word.begin, word.glue - word.begin);
  const std::string_view second = text.substr(word.glue, word.end - word.glue);
  if (code_point_count(first) < shortest_part || code_point_count(second) < shortest_part) return false;
  if (next_glue(first, 1) != first.npos || next_glue(second, 1) != second.npos) return false;
  if (is_upper(code_point_at(second, code_point_size(second, 0)))) return false;
  const std::string_view whole = text.substr(word.begin, word.end - word.begin);
  return (ends_like_a_word(first) || has_swedish_letter(whole)) && !is_name(whole);
}

}  // namespace

void check_glued_words(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Block& block : page.body.blocks) {
    if (!is_leaf(block)) continue;
    const std::string_view text = words_of(page, block);
    for (std::size_t at = next_glue(text, 1); at != text.npos;) {
      const Glued word = whole_word(text, at);
      at = next_glue(text, word.end);
      if (found.size() >= most_findings || belongs_to_address(text, word) || !is_glued(text, word)) continue;
      if (holds_code(page, block)) break;
      const std::string written(text.substr(word.begin, word.end - word.begin));
      const std::string apart =
          written.substr(0, word.glue - word.begin) + " " + written.substr(word.glue - word.begin);
      found.push_back(found_at(page, "T7", block.line, written, {written, apart}));
    }
  }
}

}  // namespace traff
