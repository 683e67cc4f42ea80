// What one page's template sees, and which pieces of authors' HTML go into it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pages/addresses/site_context.h"
#include "pages/text/fill.h"
#include "theme/view.h"

namespace traff {

// A piece of a document: the page's own body, or the `name` of item `item` of the view's list `list`.
// Names are literals, as in a View.
struct BodyPart {
  DocumentIndex document = no_index;
  Range html;
  FilledSlots filled;
  std::string_view list;
  std::size_t item = 0;
  std::string_view name = "body";
};

struct PageView {
  View view;  // everything but the bodies and the menu, which are ingredients of their own
  std::vector<BodyPart> parts;
};

// Pure; safe from several threads.
PageView make_page_view(const SitePage& page, const SiteContext& site);

// The finished page: bodies and menu put into the page's own view, the template expanded. Pure; safe from several
// threads.
std::string render_page(PageView made, const SitePage& page, const SiteContext& site);

// How large a file is, in words for readers.

// "340 kB", "1,2 MB" (sv), "1.2 MB" (en), with a no-break space. Never "0 kB" of something.
std::string file_size(std::uint64_t bytes, Language language);

}  // namespace traff
