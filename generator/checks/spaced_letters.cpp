#include "checks/spaced_letters.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

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
    while (begin > at && (static_cast<unsigned char>(text[begin - 1]) & 0xC0) == 0x80) --begin;
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
      found.push_back(found_at(page, "T6", block.line, written, {std::string(written), words.joined}));
    }
  }
}

}  // namespace traff
