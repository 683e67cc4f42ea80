#include "checks/page_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::uint32_t longest_paragraph = 200;  // lines looked at for a place

std::string on_one_line(std::string_view text) {
  std::string words(trim(text));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

}  // namespace

Diagnostic found_at(const PageText& page, Message message, std::uint32_t line, std::string_view words) {
  for (std::uint32_t at = line; !words.empty() && at < line + longest_paragraph; ++at) {
    const std::string_view written = page.author.line(at);
    if (is_blank(written)) break;
    if (written.find(words) != written.npos) return page.author.at(std::move(message), at, words);
  }
  return page.author.at(std::move(message), line, {});
}

std::string_view words_of(const PageText& page, const Block& block) { return trim(page.body.text_of(block)); }

bool is_leaf(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::cell;
}

bool holds_code(const PageText& page, const Block& block) {
  const std::string_view html = std::string_view(page.body.html).substr(block.inner.begin, block.inner.size());
  return html.find("<code>") != html.npos;
}

bool is_one_line(std::string_view words) { return !words.empty() && words.find('\n') == words.npos; }

std::string first_words(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t taken = 0; taken < most && end < text.size(); ++taken) {
    while (end < text.size() && is_space(text[end])) ++end;
    while (end < text.size() && !is_space(text[end])) ++end;
  }
  return on_one_line(text.substr(0, end));
}

std::string last_words(std::string_view text, std::size_t most) {
  std::size_t begin = text.size();
  for (std::size_t taken = 0; taken < most && begin > 0; ++taken) {
    while (begin > 0 && is_space(text[begin - 1])) --begin;
    while (begin > 0 && !is_space(text[begin - 1])) --begin;
  }
  return on_one_line(text.substr(begin));
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char byte : text) {
    const bool space = is_space(byte);
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

char32_t code_point_before(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  return code_point_at(text, code_point_begin(text, end - 1));
}

bool ends_openly(std::string_view words) {
  const char32_t last = code_point_before(words, words.size());
  return last == ',' || last == '-' || is_letter(last);
}

bool begins_in_lower_case(std::string_view words) { return !words.empty() && is_lower(code_point_at(words, 0)); }

const Heading* heading_above(const PageText& page, std::uint32_t line) {
  const std::vector<Heading>& headings = page.document.headings;
  const auto after = std::upper_bound(
      headings.begin(), headings.end(), line,
      [&](std::uint32_t at, const Heading& heading) { return at < page.body.blocks[heading.block].line; });
  return after == headings.begin() ? nullptr : &*(after - 1);
}

}  // namespace traff
