// Words too common to be searched for. The lists are lunr.js' for English and lunr-languages' for Swedish: an index
// that any client can use must leave out the same ones.
#pragma once

#include <string_view>

#include "base/language.h"

namespace traff {

// Exactly as listed: lower case, composed.
bool is_stop_word(std::u16string_view word, Language language);

}  // namespace traff
