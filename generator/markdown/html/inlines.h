// What stands in running text as HTML: links and images, marks of footnotes, code and raw HTML.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/html/render_context.h"

namespace traff {

// Links and images: slots whose addresses are found when a page is made, and what can be said of them now.
class LinkHtml {
 public:
  explicit LinkHtml(RenderContext& context) : context_(context) {}

  void open_link(cmark_node* link);
  void close_link(cmark_node* link);
  void write_image(cmark_node* image);

 private:
  bool report_unsafe(cmark_node* node);
  void check_words(cmark_node* link);

  RenderContext& context_;
  std::size_t depth_ = 0;  // the parser allows an address inside a link's words, HTML does not: there it is only words
  bool is_unsafe_ = false;
  bool mentions_outside_ = true;
  std::size_t slot_ = 0;
  std::uint32_t text_begin_ = 0;
};

// Footnotes: numbers in the order of their marks in the text, the section of notes at the end, links back.

class FootnoteHtml {
 public:
  explicit FootnoteHtml(RenderContext& context) : context_(context) {}

  // Before the walk: counts the marks a reader will see and puts the notes in the order they are met; those that
  // have no mark come last.
  void number();

  void write_mark(cmark_node* reference);
  void open_note(cmark_node* definition);
  void close_note();
  void close_section();

  // Links back stand at the end of a note's last paragraph, else below it.
  void end_paragraph(cmark_node* paragraph);

 private:
  struct Note {
    cmark_node* definition = nullptr;
    std::size_t number = 0;  // as shown
    std::size_t marks = 0;
    std::size_t written = 0;
  };

  Note* note_of(cmark_node* reference);
  void count_marks(cmark_node* root);
  void give_number(Note& note);
  void number_notes_within();
  void write_back_links();

  RenderContext& context_;
  std::vector<Note> notes_;            // by the parser's number, from 1
  std::vector<const Note*> in_order_;  // as shown
  std::size_t notes_looked_into_ = 0;  // of those, when they are numbered
  std::size_t open_ = 0;               // notes opened so far; the open one is the last of them
  bool back_links_written_ = false;
};

// What is shown as its author typed it: code, and raw HTML, which is text here (S19).

class VerbatimHtml {
 public:
  explicit VerbatimHtml(RenderContext& context) : context_(context) {}

  void write_code(cmark_node* code);
  void write_code_block(cmark_node* block);
  void write_html(cmark_node* html);
  void write_html_block(cmark_node* block);

 private:
  void write_paragraph(cmark_node* block);
  void report_tag(cmark_node* html);

  RenderContext& context_;
  std::set<std::string> reported_tags_;
};

// Raw HTML is shown as text. For tags an author surely meant as markup, what to write instead (S19).

struct HtmlTag {
  std::string name;  // "br"
  Phrase instead;    // "en tom rad"
};

// Nothing for `<ditt namn>` and other words in angle brackets.
std::optional<HtmlTag> known_html_tag(std::string_view raw);

}  // namespace traff
