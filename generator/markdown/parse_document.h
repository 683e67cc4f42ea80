// One file's bytes → its Document. Depends on nothing but the file, its path and the site's language, so the
// result can be kept by the file's id. Never fails: what cannot be read becomes a refused document with a message.
#pragma once

#include "base/language.h"
#include "base/source_text.h"
#include "markdown/document.h"
#include "markdown/file_name.h"

namespace traff {

struct ParseOptions {
  Language site_language = Language::sv;  // of pages that do not say their own
};

// Safe from several threads. Cost: linear; at most a second and 200 MB whatever the input.
ParsedDocument parse_document(const SourceText& source, const ParseOptions& options);

}  // namespace traff
