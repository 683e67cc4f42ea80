// Footnotes: numbers in the order of their marks in the text, the section of notes at the end, links back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/render_context.h"

namespace traff {

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

}  // namespace traff
