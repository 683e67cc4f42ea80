#include "markdown/section_ranges.h"

#include <algorithm>

namespace traff {

namespace {

std::uint32_t end_of_text(const DocumentBody& body) {
  for (const Block& block : body.blocks) {
    if (block.kind == BlockKind::footnotes) return block.html.begin;
  }
  return static_cast<std::uint32_t>(body.html.size());
}

class SectionMeasure {
 public:
  explicit SectionMeasure(ParsedDocument& parsed)
      : blocks_(parsed.body.blocks), headings_(parsed.document.headings), text_end_(end_of_text(parsed.body)) {}

  void run() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      while (!open_.empty() && ends(headings_[open_.back()], headings_[i])) close_at(block_of(headings_[i]).html.begin);
      open(i);
    }
  }

 private:
  const Block& block_of(const Heading& heading) const { return blocks_[heading.block]; }

  bool ends(const Heading& open, const Heading& next) const {
    const Block& block = block_of(next);
    const bool outside = block.html.begin >= open.section.end;
    return outside || (block.parent == block_of(open).parent && next.level <= open.level);
  }

  void close_at(std::uint32_t next_begin) {
    std::uint32_t& end = headings_[open_.back()].section.end;
    end = std::min(end, next_begin);
    open_.pop_back();
  }

  void open(std::size_t index) {
    Heading& heading = headings_[index];
    const Block& block = block_of(heading);
    heading.html = block.html;
    heading.inner_begin = block.inner.begin;
    const std::uint32_t outer_end = block.parent == no_block ? text_end_ : blocks_[block.parent].inner.end;
    heading.section = {block.html.end, std::max(block.html.end, outer_end)};
    open_.push_back(index);
  }

  const std::vector<Block>& blocks_;
  std::vector<Heading>& headings_;
  std::uint32_t text_end_;
  std::vector<std::size_t> open_;
};

}  // namespace

void measure_sections(ParsedDocument& parsed) { SectionMeasure(parsed).run(); }

}  // namespace traff
