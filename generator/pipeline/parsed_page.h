// A file of the content that becomes a page: Markdown, or a list of literature in JSON.
#pragma once

#include "base/language.h"
#include "base/source_text.h"
#include "markdown/document.h"

namespace traff {

// Depends on the file, its path and the site's language alone.
ParsedDocument parse_page(const SourceText& source, Language site_language);

}  // namespace traff
