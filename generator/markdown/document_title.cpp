#include "markdown/document_title.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/block_lines.h"
#include "markdown/dropped_parts.h"
#include "markdown/file_name.h"
#include "markdown/node_text.h"
#include "markdown/tree_walk.h"
#include "markdown/typography.h"

namespace traff {

namespace {

std::uint32_t author_line(const RepairedText& text, cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  return text.line_numbers.empty() ? 1 : text.line_numbers[std::min(line, text.line_numbers.size()) - 1];
}

cmark_node* first_block(cmark_node* root) {
  cmark_node* first = cmark_node_first_child(root);
  return first != nullptr && is_list_of_unused_notes(first) ? cmark_node_next(first) : first;
}

bool is_level_one(cmark_node* node) {
  return kind_of(node) == NodeKind::heading && cmark_node_get_heading_level(node) == 1;
}

// A short line of its own that is no sentence, with something after it.
bool is_title_line(cmark_node* paragraph, const std::string& words) {
  constexpr std::size_t short_line = 60;
  const bool one_line = cmark_node_get_start_line(paragraph) == cmark_node_get_end_line(paragraph);
  const bool is_sentence = words.empty() || std::string_view(".!?:,;").find(words.back()) != std::string_view::npos;
  const bool is_mark = !block_mark(words).empty();
  return one_line && !is_sentence && !is_mark && words.size() <= short_line && cmark_node_next(paragraph) != nullptr;
}

// Links, images and footnotes would be lost with a title that is taken out of the body.
bool is_plain(cmark_node* block) {
  bool plain = true;
  walk_tree(
      block,
      [&](cmark_node*, NodeKind kind) {
        plain = plain && kind != NodeKind::link && kind != NodeKind::image && kind != NodeKind::footnote_reference;
        return plain;
      },
      [](cmark_node*, NodeKind) {});
  return plain;
}

// The first `#` if it opens the text, else a first short line. Only these can be taken out of the body without
// moving a word: the title is shown above it.
Title opening_title(cmark_node* root, const RepairedText& text, Language language) {
  cmark_node* first = first_block(root);
  if (first == nullptr) return {};
  const bool is_heading = is_level_one(first);
  if (!is_heading && kind_of(first) != NodeKind::paragraph) return {};
  const std::string words = inline_text(first, language);
  if (is_heading ? is_blank(words) : !is_title_line(first, words)) return {};
  return {is_plain(first) ? first : nullptr, static_cast<std::uint8_t>(is_heading ? 1 : 0), words,
          author_line(text, first)};
}

// A later `#`, when nothing better names the page. It stays where it is.
Title later_title(cmark_node* root, const RepairedText& text, Language language) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (is_level_one(node)) return {nullptr, 0, inline_text(node, language), author_line(text, node)};
  }
  return {};
}

// When even the file's name is no name ("3f2a9c0d1e4b5a67.md").
std::string first_words(cmark_node* root, Language language) {
  constexpr std::size_t short_line = 60;
  cmark_node* first = first_block(root);
  std::string words(trim(first == nullptr ? std::string() : inline_text(first, language)));
  words.erase(0, block_mark(words).size());
  if (words.size() > short_line) {
    std::size_t end = std::min(words.rfind(' ', short_line), short_line);
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    words = words.substr(0, end) + " …";
  }
  return words.empty() ? language == Language::sv ? "Utan titel" : "Untitled" : words;
}

}  // namespace

Title find_title(cmark_node* root, const RepairedText& text, const Document& document, Language language) {
  Title title = opening_title(root, text, language);
  if (const Field* key = document.front_matter.find(Key::title); key != nullptr && !key->value.empty()) {
    const std::string words = typeset(key->value, language);
    // The same title written twice is shown once; a different heading is the author's own first section.
    const bool is_same = title.level == 1 && fold(title.text) == fold(words);
    return {is_same ? title.node : nullptr, static_cast<std::uint8_t>(is_same && title.node != nullptr ? 1 : 0), words,
            key->line};
  }
  if (title.node == nullptr) title.level = 0;
  if (title.text.empty()) title = later_title(root, text, language);
  if (title.text.empty()) title.text = readable_file_name(document.path);
  if (title.text.empty()) title.text = first_words(root, language);
  return title;
}

}  // namespace traff
