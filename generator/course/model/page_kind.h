// What kind of page a file is: key `typ` → folder → file name → pattern of the title → an ordinary page.
#pragma once

#include <optional>
#include <string_view>

#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

// Kinds that need to know their neighbours (start, network) come out as `page` unless `typ` says network.
PageKind kind_by_itself(const Document& document);

// "träff", "Meeting", "presentation", "slides" …
std::optional<PageKind> parse_page_kind(std::string_view type);

// 2 from key `nummer`, else "2-kollegialt.md", else "Träff 2: …"; 0 without one.
int meeting_number(const Document& document);

// 'C' from key `bokstav`, else "c-kommunikation.md", else "Redovisning C: …"; '\0' without one.
char assignment_letter(const Document& document);

// "Träff 3: Lärarledarskap" → "Lärarledarskap"; other titles as they are.
std::string_view title_without_number(std::string_view title);

SectionKind section_kind(std::string_view heading);

// "index.md" of any folder.
bool is_index(std::string_view path);

// "a/b/c.md" → "a/b/"; "" for a file in the root.
std::string_view folder_of(std::string_view path);

}  // namespace traff
