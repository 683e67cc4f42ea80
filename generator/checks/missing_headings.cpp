#include "checks/missing_headings.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::ptrdiff_t most_lines = 40;

bool looks_like_heading(std::string_view words) {
  constexpr std::size_t longest = 60;
  constexpr std::size_t most_words = 7;
  if (!is_one_line(words) || words.size() > longest || word_count(words) > most_words) return false;
  const bool is_greeting = words.starts_with("Hej") || words.starts_with("Kära") || words.starts_with("Med vänlig");
  return !is_greeting && is_upper(code_point_at(words, 0)) && is_letter(code_point_before(words, words.size()));
}

// What stands under a heading: whole sentences or a list.
bool is_text_under_heading(const PageText& page, const Block& block) {
  constexpr std::size_t shortest = 40;
  if (block.kind == BlockKind::list || block.kind == BlockKind::table) return true;
  const std::string_view words = words_of(page, block);
  return block.kind == BlockKind::paragraph && words.size() >= shortest &&
         words.find_last_of(".!?:") >= words.size() - 2;
}

// A footer heads nothing (S23).
bool is_footer(std::string_view words, const std::vector<Diagnostic>& found) {
  return std::any_of(found.begin(), found.end(), [&](const Diagnostic& said) {
    return said.code == "S23" && words.starts_with(said.args.front());
  });
}

const Block* first_heading_like(const PageText& page, const std::vector<Diagnostic>& found) {
  const Block* line = nullptr;
  for (const Block& block : page.body.blocks) {
    if (block.parent != no_block) continue;
    if (line != nullptr && is_text_under_heading(page, block)) return line;
    const std::string_view words = words_of(page, block);
    const bool may_head = block.kind == BlockKind::paragraph && looks_like_heading(words);
    line = may_head && !is_footer(words, found) ? &block : nullptr;
  }
  return nullptr;
}

}  // namespace

bool check_missing_headings(const PageText& page, std::vector<Diagnostic>& found) {
  if (!page.document.headings.empty() || page.kind == PageKind::deck || page.kind == PageKind::form) return false;
  if (std::count(page.source.begin(), page.source.end(), '\n') <= most_lines) return false;
  const Block* line = first_heading_like(page, found);
  if (line == nullptr) return false;
  const std::string words(words_of(page, *line));
  found.push_back(found_at(page, "S1", line->line, words, {words}));
  return true;
}

}  // namespace traff
