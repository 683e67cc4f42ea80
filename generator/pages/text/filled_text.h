// A document's HTML with its slots filled, to be taken out in pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

struct SlotText {
  std::string before;      // inserted at Slot::begin
  std::string after;       // inserted at Slot::end
  std::uint32_t skip = 0;  // bytes after Slot::begin where `before` goes
  bool replaces = false;   // `before` stands instead of what is between
};

// Something put in where no slot is.
struct Insertion {
  std::uint32_t at = 0;  // in DocumentBody::html
  std::string text;
};

struct FilledSlots {
  std::vector<SlotText> texts;          // parallel to Document::slots
  std::vector<Insertion> insertions;    // on the document's own page only
  std::vector<Diagnostic> diagnostics;  // L1 page missing, L2 heading missing, L4 file missing, L5 a draft
};

class FilledText {
 public:
  // What stands in `range`, of which pieces will be asked for. `elsewhere`: headings lose their ids. `body` and
  // `filled` must outlive this. Cost: the document's slots, and sorting those in the range.
  FilledText(const Document& document, std::string_view body, Range range, const FilledSlots& filled, bool elsewhere);

  // Neither end may part a slot's beginning from its end. Cost: linear in the piece.
  std::string html(Range piece) const;

 private:
  // One thing to put in or leave out, at a byte of the HTML.
  struct Edit {
    std::uint32_t at = 0;
    std::uint32_t skip = 0;  // bytes left out
    std::string_view text;
  };

  void add_slots(const Document& document, Range range, const FilledSlots& filled);
  void leave_out_heading_ids(const Document& document, Range range);

  std::string_view body_;
  std::vector<Edit> edits_;
};

}  // namespace traff
