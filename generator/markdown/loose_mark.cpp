#include "markdown/loose_mark.h"

#include "base/text.h"
#include "markdown/node_text.h"
#include "markdown/tree_walk.h"

namespace traff {

namespace {

constexpr std::string_view loose_mark = "\xEF\xB7\x96";  // U+FDD6, a noncharacter: never in a text after repair

// Where a "[^" stands that is not the beginning of a name such as "[^1]", from `at` on.
std::size_t find_loose_mark(std::string_view line, std::size_t at = 0) {
  static constexpr ByteSet ends_of_name("][ \t\\`<");
  for (; (at = line.find("[^", at)) != std::string_view::npos; at += 2) {
    const std::size_t end = find_byte_of(line, ends_of_name, at + 2);
    if (end == std::string_view::npos || line[end] != ']') break;
  }
  return at;
}

std::string without_loose_marks(std::string_view text) { return replace_all(text, loose_mark, ""); }

}  // namespace

bool has_loose_mark(std::string_view line) { return find_loose_mark(line) != std::string_view::npos; }

std::string with_parted_marks(std::string_view line) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = find_loose_mark(line, at)) != std::string_view::npos; ++at) {
    out += line.substr(copied, at + 1 - copied);
    out += loose_mark;
    copied = at + 1;
  }
  return out += line.substr(copied);
}

void join_loose_marks(cmark_node* root) {
  walk_tree(
      root,
      [](cmark_node* node, NodeKind kind) {
        if (literal_of(node).find(loose_mark) != std::string_view::npos) {
          cmark_node_set_literal(node, without_loose_marks(literal_of(node)).c_str());
        } else if (kind == NodeKind::link || kind == NodeKind::image) {
          cmark_node_set_url(node, without_loose_marks(address_of(node)).c_str());
          cmark_node_set_title(node, without_loose_marks(title_of(node)).c_str());
        }
        return true;
      },
      [](cmark_node*, NodeKind) {});
}

}  // namespace traff
