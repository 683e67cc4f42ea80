#include "course/preparations.h"

#include "base/text.h"
#include "base/utf8.h"
#include "course/course.h"
#include "course/page_kind.h"

namespace traff {

namespace {

constexpr std::size_t most_points = 4;
constexpr std::size_t longest_point = 140;  // code points

// "Läs kapitel 3 …": cut at a word, when it is much too long.
std::string shortened(std::string_view words) {
  if (words.size() <= longest_point) return std::string(words);
  std::size_t end = 0;
  std::size_t last_space = 0;
  for (std::size_t count = 0; end < words.size() && count < longest_point; ++count) {
    if (words[end] == ' ') last_space = end;
    end += code_point_size(words, end);
  }
  if (end == words.size()) return std::string(words);
  return std::string(words.substr(0, last_space > 0 ? last_space : end)) + " …";
}

BlockKind kind_around(const Block& block, const DocumentBody& body) {
  return block.parent == no_block ? BlockKind::box : body.blocks[block.parent].kind;
}

// The first words of an item that stands in no other item.
bool is_point(const DocumentBody& body, std::uint32_t index) {
  const Block& block = body.blocks[index];
  if (block.kind != BlockKind::paragraph || block.parent + 1 != index) return false;
  const Block& item = body.blocks[block.parent];
  return item.kind == BlockKind::item && kind_around(body.blocks[item.parent], body) != BlockKind::item;
}

bool is_plain_paragraph(const DocumentBody& body, std::uint32_t index) {
  const Block& block = body.blocks[index];
  const BlockKind around = kind_around(block, body);
  return block.kind == BlockKind::paragraph && around != BlockKind::item && around != BlockKind::cell;
}

template <class IsWanted>
std::vector<std::string> first_points(const DocumentBody& body, Range section, IsWanted&& is_wanted) {
  std::vector<std::string> points;
  for (std::uint32_t i = section.begin; i < section.end && points.size() < most_points; ++i) {
    if (!is_wanted(body, i)) continue;
    const std::string words = replace_all(trim(body.text_of(body.blocks[i])), "\n", " ");
    if (!words.empty()) points.push_back(shortened(words));
  }
  return points;
}

}  // namespace

std::vector<std::string> find_preparations(const Document& document, const DocumentBody& body) {
  for (const Heading& heading : document.headings) {
    if (section_kind(heading.text) != SectionKind::prepare) continue;
    const Range section = body.section_blocks(heading);
    std::vector<std::string> points = first_points(body, section, is_point);
    return points.empty() ? first_points(body, section, is_plain_paragraph) : points;
  }
  return {};
}

}  // namespace traff
