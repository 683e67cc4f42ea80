// A document's HTML with its slots filled for one page: addresses relative to it, mentions linked, words said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/model/course.h"
#include "pages/addresses/site_context.h"
#include "pages/text/filled_text.h"

namespace traff {

// `address`: of the page the text is shown on, which need not be the document's own.
FilledSlots fill_slots(DocumentIndex document, std::string_view address, const SiteContext& site);

// The HTML of `range` with the texts in place. `elsewhere`: the part is shown on another page than its document's:
// headings lose their ids, which belong to the own page.
std::string filled_html(const Document& document, std::string_view body, Range range, const FilledSlots& filled,
                        bool elsewhere);

}  // namespace traff
