// A document's HTML with its slots filled, to be taken out in pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pages/fill.h"

namespace traff {

class FilledText {
 public:
  // What stands in `range`, of which pieces will be asked for. `elsewhere`: headings lose their ids. `body` and `filled`
  // must outlive this. Cost: the document's slots, and sorting those in the range.
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
