// `toc` of docs/theme.md: a page's headings as a list of links.
#pragma once

#include <span>

#include "course/course.h"
#include "markdown/document.h"
#include "theme/view.h"

namespace traff {

// Empty when there are too few headings for a list. In a presentation only the slides count, not what stands on them.
View contents_list(std::span<const Heading> headings, PageKind kind);

}  // namespace traff
