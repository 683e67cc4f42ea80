// Both ends of every reference as links: from the text to the entry of the work, and from the entry back to where it is
// cited.
#pragma once

#include <string_view>

#include "pages/addresses/site_context.h"
#include "pages/text/filled_text.h"

namespace traff {

// Fills the slots of citations, and on the document's own page the ids and notes of its works.
// Cost: linear in the page's citations and works.
void link_citations(DocumentIndex document, std::string_view address, const SiteContext& site, FilledSlots& filled);

// The number of the träff that a heading such as "Inför träff 3: välj en" names; 0 for another heading.
int reading_meeting(std::string_view heading);

}  // namespace traff
