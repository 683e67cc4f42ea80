// What a träff is called in lists and menus.
#pragma once

#include <string>

#include "course/course.h"
#include "theme/theme.h"

namespace traff {

// "Träff 3: Lärarledarskap …"; the theme alone when it has no number.
std::string meeting_title(const Meeting& meeting, const Theme& theme);

}  // namespace traff
