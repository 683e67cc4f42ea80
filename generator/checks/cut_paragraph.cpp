#include "checks/cut_paragraph.h"

#include "base/text.h"
#include "base/utf8.h"

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
    found.push_back(found_at(page, "S12", cuts.front().before->line, {}, {std::to_string(cuts.size())}));
    return true;
  }
  for (const Cut& cut : cuts) {
    if (found.size() >= most_findings) break;
    const std::string before = last_words(words_of(page, *cut.before), 3);
    const std::string after = first_words(words_of(page, *cut.after), 3);
    found.push_back(found_at(page, "S13", cut.after->line, after, {before, after}));
  }
  return false;
}

}  // namespace traff
