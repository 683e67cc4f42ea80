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
};

struct FilledSlots {
  std::vector<SlotText> texts;           // parallel to Document::slots
  std::vector<Diagnostic> diagnostics;   // L1 page missing, L2 heading missing, L4 file missing, L5 a draft
};

// `address`: of the page the text is shown on, which need not be the document's own.
FilledSlots fill_slots(DocumentIndex document, std::string_view address, const SiteContext& site);

// The HTML of `range` with the texts in place. `elsewhere`: the part is shown on another page than its document's:
// headings lose their ids, which belong to the own page.
std::string filled_html(const Document& document, std::string_view body, Range range, const FilledSlots& filled, bool elsewhere);

}  // namespace traff
