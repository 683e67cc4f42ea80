// What readers meet that its author may not have thought of: headings, figures, languages, pictures' words, links.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// S22: headings in capitals, once for the page.
void check_capital_headings(const PageText& page, std::vector<Diagnostic>& found);

// S16: a text that points at a figure on a page without one, for pictures do not come along when text is pasted.
void check_absent_figures(const PageText& page, std::vector<Diagnostic>& found);

// S21: passages in English on a Swedish page, which a voice would read as Swedish; S34 when it is nearly all of it.
void check_english_passages(const PageText& page, std::vector<Diagnostic>& found);

// S36: an image described by its file's name. S37: at such length that it is no description.
void check_image_texts(const PageText& page, std::vector<Diagnostic>& found);

// L8: a picture of a kind that browsers do not show, a film, a document.
void check_image_kinds(const PageText& page, std::vector<Diagnostic>& found);

// U5, U6: links that readers cannot follow, or that lead to copies nobody may spread.
void check_link_rights(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
