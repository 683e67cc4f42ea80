// One file's bytes → its Document. Depends on nothing but the file, its path and the site's language, so the
// result can be kept by the file's id. Never fails: what cannot be read becomes a refused document with a message.
#pragma once

#include <string>
#include <string_view>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

// What a file's path says of its content.

// What `typ:` may say of a presentation, and folders of them are called: folded words, apart by spaces.
inline constexpr std::string_view presentation_types_sv = "presentation", presentation_types_en = "slides deck";
inline constexpr std::string_view presentation_folders_sv = "presentationer presentation",
                                  presentation_folders_en = "slides presentations decks";

// Whether `---` alone on a line breaks slides: a file in a folder of presentations.
bool is_presentation_path(std::string_view path);

// A page: ".md", in any case.
bool is_markdown(std::string_view path);

// "3-perspektiv.md" → "Perspektiv"; "" for a name that is mostly hexadecimal digits.
std::string readable_file_name(std::string_view path);

struct ParseOptions {
  Language site_language = Language::sv;  // of pages that do not say their own
};

// Safe from several threads. Cost: linear; at most a second and 200 MB whatever the input.
ParsedDocument parse_document(const SourceText& source, const ParseOptions& options);

// The document's keys alone, without a look at the rest of its text.
FrontMatter parse_keys(const SourceText& source);

}  // namespace traff
