#include "checks/broken_words.h"

#include <algorithm>
#include <array>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

// "kvalitets- och utvecklingsarbete" is right.
constexpr std::array<std::string_view, 9> joining_words{"och", "eller", "samt", "respektive", "resp",
                                                        "men", "and",   "or",   "till"};

std::size_t lower_case_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_lower(code_point_at(text, at))) at += code_point_size(text, at);
  return at;
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t before = code_point_begin(text, at - 1);
    if (!is_letter(code_point_at(text, before))) break;
    at = before;
  }
  return at;
}

}  // namespace

void check_cut_words(const PageText& page, std::vector<Diagnostic>& found) {
  constexpr std::size_t shortest = 2;
  const std::string_view text = page.body.text;
  if (text.find("-\n") == text.npos) return;
  for (const Block& block : page.body.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view words = words_of(page, block);
    for (std::size_t cut = words.find("-\n"); cut != words.npos; cut = words.find("-\n", cut + 2)) {
      const std::string_view first = words.substr(word_begin(words, cut), cut - word_begin(words, cut));
      const std::string_view second = words.substr(cut + 2, lower_case_end(words, cut + 2) - cut - 2);
      const bool joins = std::find(joining_words.begin(), joining_words.end(), second) != joining_words.end();
      if (first.size() < shortest || second.size() < shortest || joins || found.size() >= most_findings) continue;
      const std::string written = std::string(first) + "-";
      found.push_back(
          found_at(page, code::T4(written + " " + std::string(second), std::string(first) + std::string(second), ""),
                   block.line, written));
    }
  }
}

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
      found.push_back(found_at(page, code::T7(written, apart), block.line, written));
    }
  }
}

namespace {

constexpr std::size_t fewest_letters = 5;

struct SpacedWords {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string joined;
  std::size_t letters = 0;
};

bool is_vowel(char32_t letter) {
  return std::u32string_view(U"AEIOUYÅÄÖaeiouyåäö").find(letter) != std::u32string_view::npos;
}

// "A B C D E" and "x y z å ä ö" name the letters themselves.
bool is_alphabetical(std::string_view joined) {
  constexpr std::u32string_view alphabet = U"ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghijklmnopqrstuvwxyzåäö";
  std::size_t last = 0;
  for (std::size_t at = 0; at < joined.size(); at += code_point_size(joined, at)) {
    const std::size_t place = alphabet.find(code_point_at(joined, at));
    if (place == alphabet.npos || place < last) return false;
    last = place;
  }
  return true;
}

bool is_word(const SpacedWords& words) {
  if (words.letters < fewest_letters || is_alphabetical(words.joined)) return false;
  bool vowel = false;
  bool consonant = false;
  bool repeated = true;
  const char32_t first = code_point_at(words.joined, 0);
  for (std::size_t at = 0; at < words.joined.size(); at += code_point_size(words.joined, at)) {
    const char32_t letter = code_point_at(words.joined, at);
    if (letter == ' ') continue;
    (is_vowel(letter) ? vowel : consonant) = true;
    repeated &= letter == first;
  }
  return vowel && consonant && !repeated;
}

// Letters one by one from `at`: one space within a word, two or more between words.
SpacedWords read_spaced(std::string_view text, std::size_t at) {
  SpacedWords words{at, at, {}, 0};
  std::size_t spaces = 0;
  while (at < text.size()) {
    const std::size_t size = code_point_size(text, at);
    const bool stands_alone = at + size >= text.size() || is_space(text[at + size]);
    if (!is_letter(code_point_at(text, at)) || !stands_alone) break;
    if (spaces > 1) words.joined += ' ';
    words.joined += text.substr(at, size);
    ++words.letters;
    words.end = at += size;
    for (spaces = 0; at < text.size() && text[at] == ' '; ++at) ++spaces;
    if (spaces == 0) break;
  }
  return words;
}

// Where a lone letter with another after it begins; npos when none follows. One look at each byte.
std::size_t next_lone_letter(std::string_view text, std::size_t at) {
  for (std::size_t space = text.find(' ', at); space != text.npos; space = text.find(' ', space + 1)) {
    std::size_t begin = space;
    while (begin > at && continues_code_point(text[begin - 1])) --begin;
    if (begin == at) continue;
    --begin;
    const bool begins_word = begin == 0 || is_space(text[begin - 1]);
    if (begins_word && is_letter(code_point_at(text, begin))) return begin;
  }
  return text.npos;
}

}  // namespace

void check_spaced_letters(const PageText& page, std::vector<Diagnostic>& found) {
  for (const Block& block : page.body.blocks) {
    if (!is_leaf(block)) continue;
    const std::string_view text = words_of(page, block);
    for (std::size_t at = next_lone_letter(text, 0); at != text.npos; at = next_lone_letter(text, at)) {
      const SpacedWords words = read_spaced(text, at);
      at = std::max(words.end, at + 1);
      if (!is_word(words) || found.size() >= most_findings) continue;
      if (holds_code(page, block)) break;
      const std::string_view written = text.substr(words.begin, words.end - words.begin);
      found.push_back(found_at(page, code::T6(written, words.joined), block.line, written));
    }
  }
}

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
      Diagnostic diagnostic = found_at(page, code::S9(words), block.line, stars);
      if (!is_asked_for(diagnostic.line) && found.size() < most_findings) found.push_back(std::move(diagnostic));
      break;  // one for each paragraph
    }
  }
}

}  // namespace traff
