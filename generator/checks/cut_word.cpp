#include "checks/cut_word.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

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
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
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
          found_at(page, "T4", block.line, written,
                   {written + " " + std::string(second), std::string(first) + std::string(second), "", ""}));
    }
  }
}

}  // namespace traff
