// "Fact lines": a first paragraph after the title that consists of `Datum: 5 december` and the like.
#pragma once

#include "markdown/author_text.h"
#include "markdown/document.h"
#include "markdown/repair.h"

namespace traff {

// Takes them out of the text and adds them to the document's fields, if every line of that paragraph is one; a row that
// is not filled in yet has an empty value. `Status: utkast` counts also where the lines around it stay text
// (draft_status.h).
// Messages: F6 a misspelt key, F10 a key that has another value already.
void take_fact_paragraph(RepairedText& text, Document& document, const AuthorText& author);

}  // namespace traff
