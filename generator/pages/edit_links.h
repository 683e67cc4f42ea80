// "Redigera sidan" and "Visa historik": where a page's text is edited and its changes are read, and when it was changed.
#pragma once

#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// `edit_href`, `history_href` and `updated`; what is not known, or not wanted in a copy, is left out.
void add_edit_links(View& view, DocumentIndex document, const SiteContext& site);
void add_updated(View& view, DocumentIndex document, const SiteContext& site);

// `offline`, on the start page of a site that offers a copy of itself: where it is and how large.
void add_offline_link(View& view, std::string_view address, const SiteContext& site);

// `copy`, in a copy to take along: of which day it is, and where the newest is.
void add_copy_note(View& view, const SiteContext& site);

}  // namespace traff
