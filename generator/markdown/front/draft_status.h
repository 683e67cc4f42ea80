// What keeps a page from being published. A slip must not publish it, so a status is read generously, and is asked for
// also where the lines around it cannot be read.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/front/fields.h"

namespace traff {

// Holds "utkast" or "draft", or says that the page is not ready or not for readers ("ej klar", "privat"), outside
// brackets and what follows a `#`.
bool is_draft_status(std::string_view status);

// `status: utkast`, also misspelt as `satus`, and as other programs write it: `draft: true`, `published: false`.
bool is_draft(const Field& field);
bool says_draft(const FrontMatter& front_matter);

// A line that says so, whether it stands in a list or is emphasised, and without its colon too.
std::optional<Field> read_draft_line(std::string_view line);

// `draft = true`, `{"draft": true}` and the like in what other programs have above a text: TOML, JSON, a fence of code.
// Looks at the first lines of a file.
std::optional<Field> read_foreign_draft(std::string_view file);

// "UTKAST", a line of its own.
std::optional<Field> read_draft_word(std::string_view line);

}  // namespace traff
