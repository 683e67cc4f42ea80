// Which block each line stands in, by CommonMark's rules simplified: containers, paragraphs, tables, fences.
// The product knows no indented code, so a block that begins four columns or more to the right of where its
// container's text begins is read as if it began there, and the lines that go with it follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/lines/line_marks.h"

namespace traff {

// Where the parser takes raw HTML for a block of its own, so that nothing inside it is repaired.

struct HtmlBlock {
  std::string_view end;  // the text that ends it; empty for a blank line
};

// A block that begins with `text`. One kind may not begin directly under text.
std::optional<HtmlBlock> html_block_opening(std::string_view text, bool under_text);

enum class LineKind : std::uint8_t {
  blank,
  paragraph,
  continuation,
  heading,
  underline,
  thematic_break,
  table,
  fence,
  html,
  box
};

// White space to be replaced by so many spaces.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t columns = 0;
};

struct LineShape {
  LineKind kind = LineKind::blank;
  std::size_t content = 0;               // byte offset of what follows the containers' marks
  std::size_t depth = 0;                 // containers the line itself stands in
  std::optional<ListMarker> list_start;  // of a list that begins here
  std::vector<Cut> cuts;                 // what takes superfluous indentation away, in order
};

class BlockTracker {
 public:
  // Takes the lines in order. Cost: the line's length, at most `max_depth` times.
  LineShape take(std::string_view line);

 private:
  static constexpr std::size_t max_depth = 100;

  enum class ContainerKind : std::uint8_t { root, quote, item, footnote };
  enum class Leaf : std::uint8_t { none, paragraph, table, fence, html };

  struct Container {
    ContainerKind kind = ContainerKind::root;
    char delimiter = '\0';           // of an item
    bool is_empty = false;           // an item that began with a blank line
    std::size_t content_indent = 0;  // columns its text stands to the right of its parent's
    std::size_t shift = 0;           // columns its text is indented too far
  };

  struct Cursor;

  std::size_t match_containers(Cursor& cursor);
  bool enter(Container& container, Cursor& cursor) const;
  void follow_shift(Container& container, Cursor& cursor, bool is_innermost) const;
  void take_raw(Cursor& cursor, LineShape& shape);
  void open_blocks(Cursor& cursor, std::size_t matched, LineShape& shape);
  bool open_leaf(const Cursor& cursor, std::size_t matched, LineShape& shape);
  bool open_container(Cursor& cursor, std::size_t& matched, LineShape& shape);
  bool open_item(Cursor& cursor, std::size_t& matched, LineShape& shape);
  void take_text(std::string_view text, std::size_t matched, LineShape& shape);
  void close_to(std::size_t matched);
  void push(Container container, std::size_t& matched);
  bool is_raw() const { return leaf_ == Leaf::fence || leaf_ == Leaf::html; }

  std::vector<Container> containers_{Container{}};
  Leaf leaf_ = Leaf::none;
  FenceMark fence_;
  std::string_view html_end_;
  std::size_t cells_above_ = 1;  // of the paragraph's last line, if it is a table's heading
};

}  // namespace traff
