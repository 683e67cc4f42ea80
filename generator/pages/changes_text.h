// What is new as plain text, to be pasted into a letter.
#pragma once

#include <string>
#include <vector>

#include "course/news.h"
#include "theme/theme.h"

namespace traff {

// Each page with its changes under it and its address, "" when there are none. `documents` are those of the site.
std::string changes_text(const std::vector<PageNews>& pages, const std::vector<Document>& documents, const Course& course,
                         const Theme& theme);

}  // namespace traff
