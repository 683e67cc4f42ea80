// Every name an author may give a key: Swedish and English, singular and plural.
#pragma once

#include <span>
#include <string_view>

#include "markdown/front_matter.h"

namespace traff {

// The canonical Swedish names, as documented.
std::span<const std::string_view> canonical_key_names();

// All names, canonical ones first.
std::span<const std::string_view> all_key_names();

}  // namespace traff
