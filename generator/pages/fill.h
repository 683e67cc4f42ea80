// A document's HTML with its slots filled for one page: addresses relative to it, mentions linked, words said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/course.h"
#include "pages/site_context.h"

namespace traff {

struct SlotText {
  std::string before;  // inserted at Slot::begin
  std::string after;   // inserted at Slot::end
  std::uint32_t skip = 0;     // bytes after Slot::begin where `before` goes
  bool replaces = false;      // `before` stands instead of what is between
};

// Something put in where no slot is.
struct Insertion {
  std::uint32_t at = 0;  // in DocumentBody::html
  std::string text;
};

struct FilledSlots {
  std::vector<SlotText> texts;           // parallel to Document::slots
  std::vector<Insertion> insertions;     // on the document's own page only
  std::vector<Diagnostic> diagnostics;   // L1 page missing, L2 heading missing, L4 file missing, L5 a draft
};

// `address`: of the page the text is shown on, which need not be the document's own.
FilledSlots fill_slots(DocumentIndex document, std::string_view address, const SiteContext& site);

// The HTML of `range` with the texts in place. `elsewhere`: the part is shown on another page than its document's:
// headings lose their ids, which belong to the own page.
std::string filled_html(const Document& document, std::string_view body, Range range, const FilledSlots& filled, bool elsewhere);

}  // namespace traff
