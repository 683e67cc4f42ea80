#include "checks/broken_structure.h"

#include <algorithm>
#include <map>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

struct Cut {
  const Block* before = nullptr;
  const Block* after = nullptr;
};

// "natverk@example.org", "www.lnu.se", "kl. 13": a line of its own by right.
bool is_label_or_address(std::string_view words) {
  std::string_view first = words.substr(0, words.find_first_of(" \n"));
  if (first == "kl." || first == "tel.") return true;
  if (first.ends_with('.') || first.ends_with(',')) first.remove_suffix(1);
  return first.find_first_of("@.:/0123456789") != first.npos;
}

bool is_sentence_part(std::string_view words) {
  constexpr std::size_t fewest_words = 4;
  return ends_openly(words) && word_count(words) >= fewest_words;
}

// The words of a picture are not the author's sentence.
bool holds_picture(const PageText& page, const Block& block) {
  return page.author.line(block.line).find("![") != std::string_view::npos;
}

bool is_cut(const PageText& page, const Block& before, const Block& after) {
  const std::string_view words = words_of(page, after);
  if (!begins_in_lower_case(words) || is_label_or_address(words)) return false;
  return is_sentence_part(words_of(page, before)) && !holds_picture(page, before) && !holds_picture(page, after);
}

std::vector<Cut> find_cuts(const PageText& page, std::size_t& paragraphs) {
  std::vector<Cut> cuts;
  const Block* before = nullptr;
  for (const Block& block : page.body.blocks) {
    if (block.parent != no_block) continue;
    const bool is_paragraph = block.kind == BlockKind::paragraph;
    if (is_paragraph) {
      ++paragraphs;
      if (before != nullptr && is_cut(page, *before, block)) cuts.push_back({before, &block});
    }
    before = is_paragraph ? &block : nullptr;
  }
  return cuts;
}

// Whole slides and forms are made of loose lines.
bool is_running_text(PageKind kind) { return kind != PageKind::deck && kind != PageKind::form; }

}  // namespace

bool check_cut_paragraphs(const PageText& page, std::vector<Diagnostic>& found) {
  constexpr std::size_t fewest_paragraphs = 8;
  if (!is_running_text(page.kind)) return false;
  std::size_t paragraphs = 0;
  const std::vector<Cut> cuts = find_cuts(page, paragraphs);
  if (paragraphs >= fewest_paragraphs && cuts.size() * 10 > paragraphs * 3) {
    found.push_back(found_at(page, code::S12(cuts.size()), cuts.front().before->line, {}));
    return true;
  }
  for (const Cut& cut : cuts) {
    if (found.size() >= most_findings) break;
    const std::string before = last_words(words_of(page, *cut.before), 3);
    const std::string after = first_words(words_of(page, *cut.after), 3);
    found.push_back(found_at(page, code::S13(before, after), cut.after->line, after));
  }
  return false;
}

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
    found.push_back(found_at(page, code::S23(words, lines.size()), lines.front()->line, words));
  }
  const Lines pages = find_page_numbers(page, numbers);
  if (pages.size() < fewest_numbers) return;
  const std::string first(words_of(page, *pages.front()));
  found.push_back(found_at(page, code::S35(first, words_of(page, *pages.back())), pages.front()->line, first));
}

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
    return said.code == code::S23 && words.starts_with(said.args.front().sv);
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
  found.push_back(found_at(page, code::S1(words), line->line, words));
  return true;
}

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
  found.push_back(found_at(page, code::S33(words, count), first->line, words));
}

}  // namespace traff
