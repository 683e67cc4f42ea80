// What one page's template sees, and which pieces of authors' HTML go into it.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "pages/fill.h"
#include "pages/site_context.h"

namespace traff {

// A piece of a document: the page's own body, or the `name` of item `item` of the view's list `list`.
struct BodyPart {
  DocumentIndex document = no_index;
  Range html;
  FilledSlots filled;
  std::string list;
  std::size_t item = 0;
  std::string name = "body";
};

struct PageView {
  std::shared_ptr<nlohmann::json> json;  // everything but the bodies and the menu, which are ingredients of their own
  std::vector<BodyPart> parts;
};

// Pure; safe from several threads.
PageView make_page_view(const SitePage& page, const SiteContext& site);

// The finished page: bodies and menu put into the view, the template expanded. Pure; safe from several threads.
std::string render_page(const SitePage& page, const SiteContext& site);

}  // namespace traff
