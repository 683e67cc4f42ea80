// `toc` of docs/theme.md: a page's headings as a list of links.
#pragma once

#include "course/course.h"
#include "markdown/document.h"
#include "theme/view.h"

namespace traff {

// Empty when there are too few headings for a list. In a presentation only the slides count, not what stands on them.
View contents_list(const Document& document, PageKind kind);

}  // namespace traff
