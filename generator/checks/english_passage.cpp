#include "checks/english_passage.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 44> english_words{
    "a",   "about",  "and",  "are",  "as",    "be",   "been",  "between", "but",   "by",  "can",
    "for", "from",   "has",  "have", "how",   "is",   "it",    "its",     "of",    "on",  "or",
    "our", "should", "that", "the",  "their", "them", "these", "they",    "this",  "to",  "was",
    "we",  "were",   "what", "when", "which", "who",  "will",  "with",    "would", "you", "your"};

constexpr std::array<std::string_view, 26> swedish_words{
    "att", "av", "de",  "den", "det", "du", "en",  "ett", "för",  "har", "hur", "inte", "kan",
    "med", "ni", "när", "och", "om",  "på", "ska", "som", "till", "vad", "var", "vi",   "är"};

constexpr std::array<std::string_view, 8> reference_headings{"referenser",      "referenslista", "litteratur",
                                                             "litteraturlista", "källor",        "källförteckning",
                                                             "references",      "sources"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Titles in English are what a list of works is made of.
bool is_reference(const PageText& page, const Block& block) {
  if (page.kind == PageKind::literature) return true;
  const Heading* heading = heading_above(page, block.line);
  return heading != nullptr && holds(reference_headings, to_lower(heading->text));
}

// " the " or " of ", looked for by the letter that Swedish has least of.
bool may_be_english(std::string_view text) {
  for (std::size_t at = text.find("he "); at != text.npos; at = text.find("he ", at + 1)) {
    if (at >= 2 && text[at - 1] == 't' && is_space(text[at - 2])) return true;
  }
  for (std::size_t at = text.find("f "); at != text.npos; at = text.find("f ", at + 1)) {
    if (at >= 2 && text[at - 1] == 'o' && is_space(text[at - 2])) return true;
  }
  return false;
}

bool is_english(std::string_view text) {
  constexpr std::size_t fewest_words = 12;
  if (word_count(text) < fewest_words) return false;
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t swedish = 0;
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const unsigned char byte = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
    if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(byte + 32);
    } else if (byte >= 0x80 || (byte >= 'a' && byte <= 'z')) {
      word += static_cast<char>(byte);
    } else if (!word.empty()) {
      ++words;
      english += holds(english_words, word) ? 1 : 0;
      swedish += holds(swedish_words, word) || word.find("\xC3") != word.npos ? 1 : 0;
      word.clear();
    }
  }
  return english * 10 >= words * 3 && swedish * 12 <= words;
}

// `::: engelska` and what stands in it.
bool is_marked(const PageText& page, const Block& block) {
  for (const Block* at = &block;; at = &page.body.blocks[at->parent]) {
    if (at->kind == BlockKind::box) {
      const std::string_view html =
          std::string_view(page.body.html).substr(at->html.begin, at->inner.begin - at->html.begin);
      if (html.find("lang=\"en\"") != html.npos) return true;
    }
    if (at->parent == no_block) return false;
  }
}

bool stands_in_table(const PageText& page, const Block& block) {
  return block.parent != no_block && page.body.blocks[block.parent].kind == BlockKind::cell;
}

struct Passages {
  std::vector<const Block*> beginnings;  // the first paragraph of each run
  std::size_t english = 0;               // paragraphs
  std::size_t all = 0;
};

Passages find_passages(const PageText& page) {
  Passages passages;
  bool goes_on = false;
  for (const Block& block : page.body.blocks) {
    if (block.kind == BlockKind::heading || block.kind == BlockKind::rule) goes_on = false;
    if (block.kind != BlockKind::paragraph || stands_in_table(page, block)) continue;
    ++passages.all;
    const std::string_view words = words_of(page, block);
    const bool english =
        may_be_english(words) && is_english(words) && !is_marked(page, block) && !is_reference(page, block);
    if (english && !goes_on) passages.beginnings.push_back(&block);
    passages.english += english ? 1 : 0;
    goes_on = english;
  }
  return passages;
}

}  // namespace

void check_english_passages(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.language != Language::sv || !may_be_english(page.body.text)) return;
  const Passages passages = find_passages(page);
  constexpr std::size_t fewest_of_a_page = 3;
  if (passages.english >= fewest_of_a_page && passages.english * 5 >= passages.all * 3) {
    found.push_back(found_at(page, "S34", passages.beginnings.front()->line, {}));
    return;
  }
  for (const Block* block : passages.beginnings) {
    if (found.size() >= most_findings) break;
    found.push_back(found_at(page, "S21", block->line, first_words(words_of(page, *block), 4)));
  }
}

}  // namespace traff
