// What an author wrote and the parser leaves out of its tree: the cells a row has more than its table's heading,
// the footnotes nothing refers to, those whose name another footnote has, and words between `[^` and a `]` on a later
// line. Found by holding the tree against its text, and put back by writing the text so that the parser keeps them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/lines/author_text.h"
#include "markdown/parser/cmark_tree.h"
#include "markdown/repair/repair.h"

namespace traff {

class DroppedParts {
 public:
  // `text` must outlive this.
  explicit DroppedParts(const RepairedText& text);

  // Whether written() is to be parsed in place of the text.
  bool has_rewritten() const { return is_listed_ || has_loose_marks_ || !tables_.empty(); }
  RepairedText written() const;

  // Takes the marks of written() out of its tree.
  void clean(cmark_node* root) const;

  // Whether `root`, the tree of what was parsed, lacks something that written() now gets back. To be asked until it
  // says no.
  bool find(cmark_node* root);

  // S27 unused footnotes, S32 footnotes of one name, S28 surplus cells.
  std::vector<Diagnostic> diagnostics(const AuthorText& author) const;

 private:
  struct NoteLabel {
    std::size_t line = 0;   // of the text, from 0
    std::size_t begin = 0;  // bytes into the line: of "[^"
    std::size_t end = 0;    // after "]:"
    bool renamed = false;   // and put on the list of unused notes
    bool is_note = true;    // false when the parser saw none here whatever its name
  };

  struct WideTable {
    std::size_t columns = 0;  // of the author's heading
    std::size_t widest = 0;
    std::size_t wide_line = 0;  // the first row with surplus cells
    std::size_t wide_cells = 0;
  };

  void find_labels();
  bool find_notes(cmark_node* root);
  bool find_tables(cmark_node* root);
  bool measure_table(cmark_node* table);
  std::string list_of_unused() const;
  std::string written_line(std::size_t line) const;

  const RepairedText& text_;
  std::vector<std::string_view> lines_;      // empty when the text has neither tables nor footnotes
  std::size_t definitions_ = 0;              // of footnotes, at most
  std::vector<NoteLabel> labels_;            // in the order of the text; found when definitions are missing
  std::map<std::size_t, WideTable> tables_;  // by the line of the heading, from 0
  bool is_listed_ = false;                   // the list of unused notes stands before the text
  bool has_loose_marks_ = false;             // "[^" that begins no name
};

// The paragraph that refers to the unused notes. It is not shown.
bool is_list_of_unused_notes(cmark_node* paragraph);

}  // namespace traff
