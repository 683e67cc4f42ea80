// Which of an author's `nyckel: värde` lines readers see as facts here: the same in the fact box, the search and what
// is new.
#pragma once

#include <string>

#include "course/model/course.h"

namespace traff {

// Whether a key is shown here as it is written: no setting of the site, no träff's name, no accessibility statement.
bool is_shown_as_written(Key key, const Document& document, PageKind kind);

// Whether a key has a label of the theme's, or is shown here as it is written.
bool is_shown_fact(Key key, const Document& document, PageKind kind);

// "Adress" for a line "adress: …".
std::string written_label(const Field& field);

}  // namespace traff
