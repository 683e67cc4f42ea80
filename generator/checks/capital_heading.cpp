#include "checks/capital_heading.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

// Long enough to be a word of the language; shorter ones are mostly abbreviations: GSF, VT, ÄLKAT.
constexpr std::size_t shortest_word = 6;

constexpr std::array<std::string_view, 10> names{"UNESCO",   "UNICEF", "ERASMUS",  "SKOLFS",   "DIGCOMP",
                                                 "LEGILEXI", "MOODLE", "MYMOODLE", "EUROPASS", "COVID"};

constexpr std::array<std::string_view, 14> small_words{"OCH", "FÖR", "ATT", "MED", "TILL", "PÅ",  "AV",
                                                       "SOM", "DET", "THE", "AND", "FOR",  "VAD", "HUR"};

bool has_lower_case(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    if (is_lower(code_point_at(text, at))) return true;
  }
  return false;
}

std::size_t letters_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
    if (!is_letter(code_point_at(word, at))) return 0;
    ++letters;
  }
  return letters;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of the language, not abbreviations, and all of them in capitals.
bool is_in_capitals(std::string_view text) {
  if (text.size() < shortest_word || has_lower_case(text)) return false;
  bool is_language = false;
  for (std::string_view word : split(text, ' ')) {
    while (!word.empty() && std::string_view(",.:;!?").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    is_language |= holds(small_words, word) || (letters_of(word) >= shortest_word && !holds(names, word));
  }
  return is_language;
}

std::string in_small_letters(std::string_view text) {
  const std::size_t first = code_point_size(text, 0);
  return std::string(text.substr(0, first)) + to_lower(text.substr(first));
}

}  // namespace

void check_capital_headings(const PageText& page, std::vector<Diagnostic>& found) {
  std::uint32_t line = 0;
  std::string words;
  std::size_t count = 0;
  const auto look_at = [&](std::string_view text, std::uint32_t at) {
    if (!is_in_capitals(text)) return;
    if (count++ > 0) return;
    line = at;
    words = text;
  };
  if (page.document.title_line > 0) look_at(page.document.title, page.document.title_line);
  for (const Heading& heading : page.document.headings) look_at(heading.text, page.body.blocks[heading.block].line);
  if (count == 0) return;
  found.push_back(found_at(page, "S22", line, words, {words, in_small_letters(words), std::to_string(count)}));
}

}  // namespace traff
