#include "course/model/deck.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/unicode.h"
#include "markdown/lines/line_marks.h"
#include "markdown/parser/block_lines.h"

namespace traff {

namespace {

using BlockIndex = std::uint32_t;

// What an author put between two breaks: blocks that stand at the top of the text, by index.
struct Part {
  std::vector<BlockIndex> blocks;
  std::uint32_t begin = 0;  // bytes of the HTML, without the breaks
  std::uint32_t end = 0;
};

class SlideFinder {
 public:
  SlideFinder(const Document& document, const DocumentBody& body) : document_(document), body_(body) {}

  std::vector<Slide> run() {
    slides_.emplace_back();
    has_rules_ = std::ranges::any_of(body_.blocks, [](const Block& block) { return is_break(block); });
    title_is_open_ = is_title_over_text();
    for (BlockIndex i = 0; i < body_.blocks.size(); ++i) {
      if (body_.blocks[i].parent == no_block) take(i);
    }
    const auto end = static_cast<std::uint32_t>(body_.html.size());
    close_part(end, end);
    return std::move(slides_);
  }

 private:
  static bool is_break(const Block& block) { return block.kind == BlockKind::rule && block.parent == no_block; }
  const Block& block(BlockIndex i) const { return body_.blocks[i]; }
  bool is_heading(BlockIndex i) const { return block(i).kind == BlockKind::heading; }

  // Whether the title is the text's own first line, so that what follows it belongs to the title.
  bool is_title_over_text() const {
    if (!document_.front_matter.value(Key::title).empty() || document_.title_line == 0) return false;
    return body_.blocks.empty() || body_.blocks.front().line > document_.title_line;
  }

  void take(BlockIndex i) {
    if (is_break(block(i))) {
      close_part(block(i).html.begin, block(i).html.end);
      return;
    }
    const bool begins_slide = !has_rules_ && is_heading(i) && block(i).level == 2;
    if (begins_slide || block(i).kind == BlockKind::footnotes) close_part(block(i).html.begin, block(i).html.begin);
    part_.blocks.push_back(i);
  }

  void close_part(std::uint32_t end, std::uint32_t next_begin) {
    part_.end = end;
    if (!part_.blocks.empty()) add_part();
    part_ = {{}, next_begin, next_begin};
    title_is_open_ = false;
  }

  // ---- one part: its face, its columns, its notes

  void add_part() {
    Slide slide;
    const std::size_t notes = notes_begin();
    add_face(slide, notes);
    const bool has_face = std::ranges::any_of(
        slide.pieces, [](const SlidePiece& piece) { return piece.kind != SlidePiece::Kind::notes; });
    if (notes < part_.blocks.size()) add_notes(slide, notes);
    if (has_face && !title_is_open_) {
      slides_.push_back(std::move(slide));
    } else {
      std::ranges::move(slide.pieces, std::back_inserter(slides_.back().pieces));
    }
  }

  bool is_notes_box(BlockIndex i) const {
    return block(i).kind == BlockKind::box && block(i).level == static_cast<std::uint8_t>(BoxKind::notes);
  }

  // Position in the part of the paragraph or heading that ends the face.
  std::size_t notes_begin() const {
    const auto begins = [&](BlockIndex i) { return mark_size(i) > 0; };
    return static_cast<std::size_t>(std::ranges::find_if(part_.blocks, begins) - part_.blocks.begin());
  }

  // Bytes of the mark within the block's own content; a heading that is nothing but the mark is all mark.
  std::size_t mark_size(BlockIndex i) const {
    const Range inner = block(i).inner;
    const std::string_view html = std::string_view(body_.html).substr(inner.begin, inner.size());
    if (block(i).kind == BlockKind::paragraph) return notes_mark_size_in_html(html);
    if (!is_heading(i)) return 0;
    return notes_mark_size(html) == html.size() || notes_mark_size(std::string(html) + ":") == html.size() + 1
               ? html.size()
               : 0;
  }

  std::uint32_t begin_of(std::size_t position) const {
    if (position == 0) return part_.begin;
    return position < part_.blocks.size() ? block(part_.blocks[position]).html.begin : part_.end;
  }

  void add(Slide& slide, SlidePiece::Kind kind, Range html) const {
    if (html.begin < html.end) slide.pieces.push_back({kind, html});
  }

  void add_notes(Slide& slide, std::size_t position) const {
    const Block& first = block(part_.blocks[position]);
    const auto text = first.inner.begin + static_cast<std::uint32_t>(mark_size(part_.blocks[position]));
    if (text >= first.inner.end) {
      add(slide, SlidePiece::Kind::notes, {first.html.end, part_.end});
      return;
    }
    add(slide, SlidePiece::Kind::notes, {first.html.begin, first.inner.begin});
    add(slide, SlidePiece::Kind::notes, {text, part_.end});
  }

  void add_face(Slide& slide, std::size_t end) const {
    const std::vector<std::size_t> columns = column_begins(slide, end);
    std::size_t begin = 0;
    auto kind = SlidePiece::Kind::face;
    for (const std::size_t column : columns) {
      add_blocks(slide, kind, begin, column);
      begin = column;
      kind = SlidePiece::Kind::column;
    }
    add_blocks(slide, kind, begin, end);
  }

  // `::: anteckningar` may stand anywhere.
  void add_blocks(Slide& slide, SlidePiece::Kind kind, std::size_t begin, std::size_t end) const {
    if (begin == end) return;
    std::uint32_t face_begin = begin_of(begin);
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_notes_box(part_.blocks[at])) continue;
      const Block& notes = block(part_.blocks[at]);
      add(slide, kind, {face_begin, notes.html.begin});
      add(slide, SlidePiece::Kind::notes, notes.inner);
      face_begin = notes.html.end;
    }
    add(slide, kind, {face_begin, begin_of(end)});
  }

  // ---- headings

  // Two to four sub-headings of one level stand side by side. Names the slide on the way.
  std::vector<std::size_t> column_begins(Slide& slide, std::size_t end) const {
    std::vector<std::size_t> headings;
    for (std::size_t at = 0; at < end; ++at) {
      if (is_heading(part_.blocks[at])) headings.push_back(at);
    }
    if (headings.empty()) return {};
    slide.heading = heading_index(part_.blocks[headings.front()]);
    const auto level = [&](std::size_t at) { return block(part_.blocks[at]).level; };
    const auto others = std::ranges::subrange(headings.begin() + 1, headings.end());
    const bool is_over_others =
        std::ranges::all_of(others, [&](std::size_t at) { return level(at) > level(headings.front()); });
    if (is_over_others) headings.erase(headings.begin());
    if (headings.empty()) return {};
    const auto highest = level(*std::ranges::min_element(headings, {}, level));
    std::erase_if(headings, [&](std::size_t at) { return level(at) != highest; });
    constexpr std::size_t fewest = 2, most = 4;
    return headings.size() < fewest || headings.size() > most ? std::vector<std::size_t>() : headings;
  }

  std::uint32_t heading_index(BlockIndex i) const {
    const auto found = std::ranges::lower_bound(document_.headings, i, {}, &Heading::block);
    return static_cast<std::uint32_t>(found - document_.headings.begin());
  }

  const Document& document_;
  const DocumentBody& body_;
  bool has_rules_ = false;
  bool title_is_open_ = false;
  Part part_;
  std::vector<Slide> slides_;
};

}  // namespace

std::vector<Slide> find_slides(const Document& document, const DocumentBody& body) {
  return SlideFinder(document, body).run();
}

}  // namespace traff
