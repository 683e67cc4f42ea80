#include "checks/bold_heading.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::string_view opening = "<strong>";
constexpr std::string_view closing = "</strong>";

bool is_all_bold(std::string_view html) {
  return html.starts_with(opening) && html.ends_with(closing) && html.find(closing) == html.size() - closing.size();
}

bool is_bold_line(const PageText& page, const Block& block) {
  constexpr std::size_t longest = 60;
  constexpr std::size_t most_words = 7;
  if (block.kind != BlockKind::paragraph) return false;
  const std::string_view html = std::string_view(page.body.html).substr(block.inner.begin, block.inner.size());
  if (!is_all_bold(trim(html))) return false;
  const std::string_view words = words_of(page, block);
  if (!is_one_line(words) || words.size() > longest || word_count(words) > most_words) return false;
  return is_upper(code_point_at(words, 0)) && is_letter(code_point_before(words, words.size()));
}

bool may_stand_under_heading(const PageText& page, const Block& block) {
  return block.kind == BlockKind::list || block.kind == BlockKind::table ||
         (block.kind == BlockKind::paragraph && !is_bold_line(page, block) && !is_one_line(words_of(page, block))) ||
         (block.kind == BlockKind::paragraph && words_of(page, block).ends_with('.'));
}

}  // namespace

void check_bold_headings(const PageText& page, std::vector<Diagnostic>& found) {
  const Block* first = nullptr;
  const Block* above = nullptr;
  std::size_t count = 0;
  for (const Block& block : page.body.blocks) {
    if (block.parent != no_block) continue;
    if (above != nullptr && may_stand_under_heading(page, block)) {
      ++count;
      if (first == nullptr) first = above;
    }
    above = is_bold_line(page, block) ? &block : nullptr;
  }
  if (first == nullptr) return;
  const std::string words(words_of(page, *first));
  found.push_back(found_at(page, "S33", first->line, words, {words, std::to_string(count)}));
}

}  // namespace traff
