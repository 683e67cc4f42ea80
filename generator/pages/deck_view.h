// What the template of a presentation sees besides what every page has: its slides.
#pragma once

#include <string_view>

#include "pages/fill.h"
#include "theme/view.h"

namespace traff {

// Puts the slides, all but what their texts say, and the day of the träff they belong to.
void put_deck(View& view, DocumentIndex document, const SiteContext& site);

// Puts what the slides put by put_deck say, once the text `body` is at hand. Cost: linear in the text.
void put_slide_texts(View& view, DocumentIndex document, std::string_view body, const FilledSlots& filled,
                     const SiteContext& site);

}  // namespace traff
