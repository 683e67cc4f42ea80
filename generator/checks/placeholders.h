// What `traff new` writes to be replaced: addresses that reach nobody, and the sentences that say what to write.
#pragma once

#include <vector>

#include "checks/page_text.h"

namespace traff {

// U8, once for each place. Cost: linear in the file.
void check_placeholders(const PageText& page, std::vector<Diagnostic>& found);

// The same findings as what they are when the site is published: U9, an error.
void refuse_placeholders(std::vector<Diagnostic>& diagnostics);

}  // namespace traff
