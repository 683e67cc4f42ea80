#include "checks/repeated_line.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::size_t longest_footer = 60;  // bytes
constexpr std::size_t fewest_footers = 4;
constexpr std::size_t fewest_numbers = 3;
constexpr std::uint32_t shortest_page = 8;  // lines from one footer to the next

using Lines = std::vector<const Block*>;

// "Träff 3 · Kalmar 12" and "Träff 3 · Kalmar 13" are one footer: a number at the end is the page's.
std::string without_page_number(std::string_view words) {
  std::size_t end = words.size();
  while (end > 0 && is_digit(words[end - 1])) --end;
  return std::string(trim(words.substr(0, end)));
}

bool may_be_footer(std::string_view words) {
  return is_one_line(words) && words.size() <= longest_footer && ends_openly(words);
}

// "7", "Sida 7", "- 7 -", "7 (12)"; 0 for other lines.
int page_number(std::string_view words) {
  if (words.size() > 16) return 0;
  for (const std::string_view name : {"Sida ", "Sid ", "sida ", "Page "}) {
    if (words.starts_with(name)) words.remove_prefix(name.size());
  }
  for (const std::string_view dash : {"- ", "– "}) {
    if (words.starts_with(dash)) words.remove_prefix(dash.size());
  }
  std::size_t digits = 0;
  int number = 0;
  for (; digits < words.size() && digits < 4 && is_digit(words[digits]); ++digits)
    number = number * 10 + (words[digits] - '0');
  return digits > 0 && words.find_first_not_of("0123456789 ()/-\xE2\x80\x93", digits) == words.npos ? number : 0;
}

// A page of paper holds about as much as the next.
bool stands_evenly(const Lines& lines) {
  std::uint32_t least = ~0u;
  std::uint32_t most = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::uint32_t gap = lines[i]->line - lines[i - 1]->line;
    least = std::min(least, gap);
    most = std::max(most, gap);
  }
  return least >= shortest_page && most <= least * 3;
}

// The longest run 1, 2, 3 … of lone numbers.
Lines find_page_numbers(const PageText& page, const Lines& numbers) {
  Lines best;
  Lines run;
  int last = -1;
  for (const Block* block : numbers) {
    const int number = page_number(words_of(page, *block));
    if (number != last + 1) run.clear();
    last = number;
    run.push_back(block);
    if (run.size() > best.size()) best = run;
  }
  return best;
}

}  // namespace

void check_repeated_lines(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.kind == PageKind::form) return;
  std::map<std::string, Lines> footers;
  Lines numbers;
  for (const Block& block : page.body.blocks) {
    if (block.parent != no_block || block.kind != BlockKind::paragraph) continue;
    const std::string_view words = words_of(page, block);
    if (page_number(words) > 0) {
      numbers.push_back(&block);
    } else if (words.size() <= longest_footer) {
      const std::string bare = without_page_number(words);
      if (may_be_footer(bare)) footers[bare].push_back(&block);
    }
  }
  for (const auto& [words, lines] : footers) {
    if (lines.size() < fewest_footers || !stands_evenly(lines)) continue;
    found.push_back(found_at(page, "S23", lines.front()->line, words, {words, std::to_string(lines.size())}));
  }
  const Lines pages = find_page_numbers(page, numbers);
  if (pages.size() < fewest_numbers) return;
  const std::string first(words_of(page, *pages.front()));
  found.push_back(
      found_at(page, "S35", pages.front()->line, first, {first, std::string(words_of(page, *pages.back()))}));
}

}  // namespace traff
