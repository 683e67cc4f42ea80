// "Fact lines": the lines `Datum: 5 december` and the like that a text begins with, or that stand together above its
// first heading. They become fields of the document, as those of the front matter are, and leave the text.
#pragma once

#include "markdown/document/document.h"
#include "markdown/lines/author_text.h"
#include "markdown/repair/repair.h"

namespace traff {

// Facts may stand in paragraphs or as items of a list, with rows that are not filled in yet and rows of other names
// among them, which stay in the text (F66). A row that is no fact leaves its whole paragraph as text (F67).
// `Status: utkast` counts also where the lines around it stay text (draft_status.h).
// Other messages: F6 a misspelt key, F10 a key that has another value already.
// Cost: linear in what stands above the first heading, and in the text for each paragraph of facts.
void take_fact_lines(RepairedText& text, Document& document, const AuthorText& author);

}  // namespace traff
