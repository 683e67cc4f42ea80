// What is added after an entry: for which träff it is to be read, where it is cited, its key.
#pragma once

#include <string>

#include "pages/site_context.h"

namespace traff {

// "" when there is nothing to add. On the page that lists the work.
std::string work_notes(DocumentIndex document, std::uint32_t work, const SiteContext& site);

}  // namespace traff
