// Blocks as HTML: headings, lists, tables, figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/html/box_html.h"
#include "markdown/html/render_context.h"

namespace traff {

// Heading levels and ids: one <h1> per page (the title), then levels without gaps, each id once.

class Outline {
 public:
  struct Placed {
    std::uint8_t level = 2;     // as shown, 2 … 6
    std::uint8_t expected = 2;  // the deepest level that would not have jumped, as the author counts (`#` = 1)
    bool jumps = false;         // the author skipped a level
  };

  // `title_level`: the author's level of the heading that became the page's title; 0 when it came from a key.
  // `slides_have_ids`: no heading gets the id of a slide ("bild-2").
  explicit Outline(std::uint8_t title_level, bool slides_have_ids = false);

  // Takes headings in document order, with the level as written.
  Placed place(std::uint8_t written_level);

  // A slug of the text, "-2", "-3" … added when taken.
  std::string make_id(std::string_view text);

 private:
  std::vector<std::uint8_t> open_;  // written levels of the headings around the next one
  bool title_is_open_ = false;      // the first of open_ is the title itself
  bool slides_have_ids_ = false;
  std::unordered_map<std::string, std::uint32_t> taken_;
};

// Headings: levels without gaps under the page's one <h1> (S2), ids, and afterwards what stands under each.
class HeadingHtml {
 public:
  explicit HeadingHtml(RenderContext& context)
      : context_(context), outline_(context.input.title_level, context.input.is_presentation) {}

  void open_heading(cmark_node* heading);
  void close_heading();

  // When the whole document stands: places and sections of the headings, and those with nothing under them (S4).
  void finish();

 private:
  void report_jump(std::uint8_t written, const Outline::Placed& placed, std::uint32_t line);
  void report_if_empty(const Heading& heading);

  RenderContext& context_;
  Outline outline_;
  std::string closing_tag_;
};

// Lists and their items: bulleted, numbered, `a)`, check lists (T3) and task lists.

class ListHtml {
 public:
  explicit ListHtml(RenderContext& context) : context_(context) {}

  void open_list(cmark_node* list);
  void close_list(cmark_node* list);
  void open_item(cmark_node* item, bool is_task);
  void close_item() { context_.out.close_block("</li>\n"); }

  // The next list is one of `a) b) c)`.
  void expect_alphabetical() { alphabetical_ = true; }

 private:
  void write_task_box(bool done);

  RenderContext& context_;
  bool alphabetical_ = false;
};

// Tables: scrolled sideways by keyboard on narrow screens, heading cells with `scope`, alignment by class.

class TableHtml {
 public:
  explicit TableHtml(RenderContext& context) : context_(context) {}

  void open_table(cmark_node* table);
  void close_table();
  void open_row(cmark_node* row);
  void close_row();
  void open_cell(cmark_node* cell);
  void close_cell();

 private:
  RenderContext& context_;
  cmark_node* table_ = nullptr;
  std::size_t tables_ = 0;
  std::uint16_t column_ = 0;
  bool body_is_open_ = false;
  bool row_is_header_ = false;
  bool cell_is_heading_ = false;
};

// Pictures with a caption: `Figur: …`, `Bild: …` and `Källa: …` in paragraphs of their own below a picture, or below a
// `::: cykel` or `::: process`, become its <figcaption>. The words stay as the author wrote them.

class FigureHtml {
 public:
  FigureHtml(RenderContext& context, BoxHtml& boxes) : context_(context), boxes_(boxes) {}

  // Before a paragraph: opens the figure it begins, or the caption it is.
  void before(cmark_node* paragraph);
  // After one: closes the caption and the figure when no more of the caption follows.
  void after(cmark_node* paragraph);

  // The mark that ends a box. It is left open for a caption below it.
  void close_box(cmark_node* mark);

 private:
  cmark_node* next_caption(cmark_node* after) const;

  RenderContext& context_;
  BoxHtml& boxes_;
  cmark_node* caption_ = nullptr;  // the paragraph expected next
  bool in_caption_ = false;        // its element is open
  bool is_box_ = false;            // the figure is a box
};

}  // namespace traff
