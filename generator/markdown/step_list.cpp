#include "markdown/step_list.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/block_lines.h"
#include "markdown/node_text.h"
#include "markdown/typography.h"

namespace traff {

namespace {

bool begins_with_box_mark(cmark_node* paragraph) {
  cmark_node* first = cmark_node_first_child(paragraph);
  if (first == nullptr || kind_of(first) != NodeKind::text) return false;
  const std::string_view mark = block_mark(literal_of(first));
  return !mark.empty() && mark != alphabetical_list_mark;
}

std::string_view without_end_mark(std::string_view name) {
  name = trim(name);
  while (name.ends_with('.') || name.ends_with(':') || name.ends_with(',')) name.remove_suffix(1);
  return name;
}

// "Var är vi? Ta reda på det." → "Var är vi?"; "Planera: vem gör vad" → "Planera".
std::string_view first_sentence(std::string_view words) {
  words = words.substr(0, words.find('\n'));
  std::size_t end = words.size();
  for (const std::string_view mark : {". ", ": ", " – "}) end = std::min(end, words.find(mark));
  for (const std::string_view mark : {"? ", "! "}) {
    if (const std::size_t at = words.find(mark); at < end) end = at + 1;
  }
  return without_end_mark(words.substr(0, end));
}

std::string step_name(cmark_node* item, Language language) {
  cmark_node* paragraph = cmark_node_first_child(item);
  if (paragraph == nullptr || kind_of(paragraph) != NodeKind::paragraph) return {};
  cmark_node* first = cmark_node_first_child(paragraph);
  if (first != nullptr && kind_of(first) == NodeKind::strong)
    return std::string(without_end_mark(inline_words(first, language)));
  return std::string(first_sentence(inline_words(paragraph, language)));
}

}  // namespace

cmark_node* list_of_box(cmark_node* box_mark) {
  for (cmark_node* at = cmark_node_next(box_mark); at != nullptr; at = cmark_node_next(at)) {
    if (kind_of(at) == NodeKind::list) return at;
    if (kind_of(at) == NodeKind::paragraph && begins_with_box_mark(at)) return nullptr;
  }
  return nullptr;
}

std::vector<std::string> step_names(cmark_node* list, Language language) {
  std::vector<std::string> names;
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    names.push_back(step_name(item, language));
  }
  return names;
}

}  // namespace traff
