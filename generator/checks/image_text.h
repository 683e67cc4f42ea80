// S36: an image described by its file's name, or at such length that it is no description.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

void check_image_texts(const PageText& page, std::vector<Diagnostic>& found);

}  // namespace traff
