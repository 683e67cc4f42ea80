// Every name an author may give a key: Swedish and English, singular and plural.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "markdown/front_matter.h"

namespace traff {

// The canonical Swedish names, as documented.
std::span<const std::string_view> canonical_key_names();

// What a misspelt name probably meant: a canonical name if one is near, else any. Cost: a comparison with each.
std::optional<std::string_view> nearest_key_name(std::string_view typed);

// All names, canonical ones first.
std::span<const std::string_view> all_key_names();

}  // namespace traff
