// `::: ruta` … `:::` as elements. The block pass (block_lines) has made marks of their lines, each a paragraph of its
// own at the top of the tree.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "markdown/html/render_context.h"
#include "markdown/parser/block_lines.h"

namespace traff {

class BoxHtml {
 public:
  explicit BoxHtml(RenderContext& context) : context_(context) {}

  // Opens the box and takes its mark and name from the paragraph. True when words are left: its title, which the
  // walk then renders between open_title and close_title.
  bool open_box(cmark_node* paragraph);
  void open_title(cmark_node* paragraph);
  void close_title();

  void break_column();
  void close_box();
  void close_all();

  // Whether the innermost box is a figure, which may have a caption.
  bool is_in_figure() const { return !open_.empty() && is_figure(open_.back().kind); }

 private:
  struct OpenBox {
    BoxKind kind;
    Language language_outside;
    cmark_node* mark;  // the paragraph that opens it
  };

  static bool is_figure(BoxKind kind) { return kind == BoxKind::cycle || kind == BoxKind::process; }
  void prepare_figure(cmark_node* box_mark);
  void prepare_cycle(cmark_node* box_mark, cmark_node* list);
  void write_figure();
  void add_meetings(SlotKind kind);

  RenderContext& context_;
  std::vector<OpenBox> open_;
  std::string drawing_;          // of the figure just opened; comes after its title
  bool shows_meetings_ = false;  // it is a process without steps of its own
};

// A ring of steps as a drawing: boxes on a loop with arrows between them, clockwise from the top. It has no words for a
// screen reader; the list it is made from stands beside it.

inline constexpr std::size_t fewest_cycle_steps = 3;
inline constexpr std::size_t most_cycle_steps = 7;

// One line of HTML and a line end. Nothing when a name does not fit its box in any size that can be read.
// Asserts that there are so many names as a ring has.
std::optional<std::string> cycle_svg(std::span<const std::string> names);

}  // namespace traff
